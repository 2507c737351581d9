package dev.groundswell.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Whether there is to be a demo, and where it keeps its keys. */
@ConfigMapping(prefix = "groundswell")
interface DemoConfig {

    /** Whether the first start of the embedded default fills a workspace with made-up deals. */
    @WithDefault("true")
    boolean demo();

    Optional<Path> dataDir();

    Embedded embedded();

    /** The database that comes along. */
    interface Embedded {

        /** Set by the main method once it has started. */
        @WithDefault("false")
        boolean active();
    }

    /** Where the demo belongs; empty where none is wanted, above all beside a database of the operator's own. */
    default Optional<DemoFolder> folder() {
        return demo() && embedded().active() ? dataDir().map(DemoFolder::new) : Optional.empty();
    }
}
