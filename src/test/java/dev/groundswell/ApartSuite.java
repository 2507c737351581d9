package dev.groundswell;

import dev.groundswell.testsupport.Apart;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** In a JVM of their own, at the same time as {@link SharedServiceSuite} and {@link ComingAndGoingSuite}. */
@Suite
@SelectPackages("dev.groundswell")
@IncludeClassNamePatterns(Apart.CLASSES)
@IncludeTags(Apart.TAG)
class ApartSuite {}
