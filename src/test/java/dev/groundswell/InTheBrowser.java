package dev.groundswell;

import dev.groundswell.web.InBrowser;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** {@code mvn -Pbrowser test}: the pages as people see them. Wants Chromium, which {@code mvn verify} does not. */
@Suite
@SelectPackages("dev.groundswell.web")
@IncludeClassNamePatterns(".*Test")
@IncludeTags(InBrowser.TAG)
class InTheBrowser {}
