package dev.groundswell.trend;

import dev.groundswell.deal.MarketFilter;
import java.time.LocalDate;

/** What is asked: a breakdown, over which days (both inclusive), in which part of the market. */
record TrendQuestion(
        TrendDimension dimension, Interval interval, LocalDate since, LocalDate until, MarketFilter.Ids filter) {}
