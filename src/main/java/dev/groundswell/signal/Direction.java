package dev.groundswell.signal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which way it went; the word is the answer's. */
@Schema(name = "SignalDirection")
public enum Direction {
    rise,
    fall
}
