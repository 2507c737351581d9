package dev.groundswell.signal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SignalDirection", description = "Which way it went")
public enum Direction {
    rise,
    fall
}
