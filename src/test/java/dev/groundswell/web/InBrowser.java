package dev.groundswell.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Needs Chromium; skipped, and said so aloud, where there is none. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag(InBrowser.TAG)
@ExtendWith(ChromiumAtHand.class)
public @interface InBrowser {

    String TAG = "browser";
}
