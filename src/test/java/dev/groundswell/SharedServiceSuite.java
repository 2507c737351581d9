package dev.groundswell;

import dev.groundswell.testsupport.Apart;
import dev.groundswell.web.InBrowser;
import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * One service is started for all of these tests: for all but those that run {@linkplain ApartSuite apart}, {@linkplain
 * InTheBrowser in a browser}, or where much {@linkplain ComingAndGoingSuite comes and goes}.
 */
@Suite
@SelectPackages("dev.groundswell")
@ExcludePackages({"dev.groundswell.deal", "dev.groundswell.crm", "dev.groundswell.notify", "dev.groundswell.embedded"})
@IncludeClassNamePatterns(".*Test")
@ExcludeClassNamePatterns(Apart.CLASSES)
@ExcludeTags({Apart.TAG, InBrowser.TAG})
class SharedServiceSuite {}
