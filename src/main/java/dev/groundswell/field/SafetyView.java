package dev.groundswell.field;

import dev.groundswell.catalog.Dimension;
import dev.groundswell.release.ReleaseReader;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Safety",
        description =
                "Who sees what of what is said in confidence, when, and among how many: in words, and in the numbers of today",
        requiredProperties = {
            "terms",
            "announced",
            "reps",
            "coverage",
            "current_period",
            "periods",
            "readers",
            "joined",
            "promises",
            "limits"
        })
record SafetyView(
        @Schema(description = "What holds for what is said today")
        TermsView terms,

        @Schema(
                description =
                        "All terms that were ever announced, the latest first; those of the future are among them")
        @Size(max = 1000)
        List<TermsView> announced,

        @Schema(description = "Reps in the workspace", examples = "24", minimum = "0")
        long reps,

        @Schema(description = "How fine a release to expect from that many people")
        Coverage coverage,

        @Schema(description = "What is said today is counted in this period")
        Sealable currentPeriod,

        @Schema(
                description =
                        "The latest periods of which something was told; whether anything waits for the next one is told to its author alone")
        @Size(max = 12)
        List<Released> periods,

        @Schema(description = "How many leaders and admins have read a release, the newest first") @Size(max = 40)
        List<Reader> readers,

        @Schema(
                description =
                        "Reps who joined, by month: somebody who could invent k - 1 people could learn what one real person said, and would "
                                + "have to do it here")
        @Size(max = 13)
        List<Joined> joined,

        @Schema(description = "What is promised, in plain words") @Size(max = 30)
        List<@Size(max = 400) String> promises,

        @Schema(description = "What is not promised, in plain words") @Size(max = 30)
        List<@Size(max = 400) String> limits) {

    @Schema(
            name = "SafetyTerms",
            description = "The terms under which people speak",
            requiredProperties = {"k", "period", "market"})
    record TermsView(
            @Schema(
                    description = "The people that everything that leaves is about, at least",
                    examples = "5",
                    minimum = "3")
            int k,

            @Schema(description = "How long what is said is gathered")
            PeriodLength period,

            @Schema(description = "By what reasons are parted once more")
            Dimension market,

            @Schema(description = "Absent for the terms that come with the service") @Nullable
            LocalDate validFrom,

            @Schema(
                    description =
                            "The day on which they were announced; absent for the terms that come with the service")
            @Nullable
            LocalDate announcedOn) {

        static TermsView of(Promise promise) {
            boolean builtIn = promise.validFrom.equals(LocalDate.EPOCH);
            return new TermsView(
                    promise.k,
                    promise.period,
                    promise.market,
                    builtIn ? null : promise.validFrom,
                    builtIn ? null : promise.announcedOn);
        }
    }

    @Schema(
            name = "OpenPeriod",
            description = "A period that is not sealed yet",
            requiredProperties = {"name", "since", "until", "sealed_on"})
    record Sealable(
            @Schema(description = "The quarter or month", examples = "2026-Q4") @Size(max = 20)
            String name,

            LocalDate since,
            LocalDate until,

            @Schema(
                    description =
                            "From this day on nothing can be taken back, and what was said may be told among others")
            LocalDate sealedOn) {

        static Sealable of(Period period) {
            return new Sealable(period.name(), period.since(), period.until(), period.sealedOn());
        }
    }

    @Schema(
            name = "ReleasedPeriod",
            description = "A period of which something was told",
            requiredProperties = {"name", "release"})
    record Released(
            @Schema(description = "The last period that it covers", examples = "2026-Q3") @Size(max = 20)
            String name,

            @Schema(description = "The id of the release: `/v1/releases/{id}`", examples = "3") @Size(max = 20)
            String release) {

        static Released of(SealedPeriod period) {
            return new Released(new Period(period.since, period.until).name(), String.valueOf(period.release));
        }
    }

    @Schema(
            name = "ReleaseReaders",
            description = "How many have read a release",
            requiredProperties = {"release", "role", "people", "last_on"})
    record Reader(
            @Schema(description = "The id of the release", examples = "3") @Size(max = 20)
            String release,

            @Schema(
                    description = "The role of those who read it; clients must accept unknown values",
                    examples = "leader")
            @Size(max = 20)
            String role,

            @Schema(description = "How many have read it", examples = "2", minimum = "1")
            long people,

            @Schema(description = "The day on which the last of them first read it")
            LocalDate lastOn) {

        static Reader of(ReleaseReader reader) {
            return new Reader(String.valueOf(reader.release()), reader.role().name(), reader.people(), reader.lastOn());
        }
    }

    @Schema(
            name = "JoinedReps",
            description = "How many reps joined in a month",
            requiredProperties = {"month", "reps"})
    record Joined(
            @Schema(description = "The month", examples = "2026-11") @Size(max = 10)
            String month,

            @Schema(description = "How many joined in it", minimum = "1")
            long reps) {

        static Joined of(Map.Entry<YearMonth, Long> joined) {
            return new Joined(joined.getKey().toString(), joined.getValue());
        }
    }
}
