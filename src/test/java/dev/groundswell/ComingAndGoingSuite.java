package dev.groundswell;

import dev.groundswell.testsupport.Apart;
import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What comes in, what goes out, and the database that comes along: tests that wait more than they compute. */
@Suite
@SelectPackages({"dev.groundswell.deal", "dev.groundswell.crm", "dev.groundswell.notify", "dev.groundswell.embedded"})
@IncludeClassNamePatterns(".*Test")
@ExcludeClassNamePatterns(Apart.CLASSES)
@ExcludeTags(Apart.TAG)
class ComingAndGoingSuite {}
