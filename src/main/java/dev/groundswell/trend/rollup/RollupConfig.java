package dev.groundswell.trend.rollup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When deals are counted. */
@ConfigMapping(prefix = "groundswell.rollup")
interface RollupConfig {

    /** Workspaces with fewer deals are read as they are. */
    @WithDefault("20000")
    int from();
}
