package dev.groundswell;

import dev.groundswell.testsupport.Apart;
import dev.groundswell.web.InBrowser;
import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All tests but those that run {@linkplain ApartSuite apart} or {@linkplain InTheBrowser in a browser}: one service is started for them. */
@Suite
@SelectPackages("dev.groundswell")
@IncludeClassNamePatterns(".*Test")
@ExcludeTags({Apart.TAG, InBrowser.TAG})
class SharedServiceSuite {}
