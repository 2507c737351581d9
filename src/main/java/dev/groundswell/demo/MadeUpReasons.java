package dev.groundswell.demo;

import dev.groundswell.demo.MadeUpDeal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why made-up deals are lost, told as CRMs do: codes, words of several languages, and nothing at all. */
final class MadeUpReasons {

    private static final String NOTE = "made up for the demo";

    private static final Map<String, Double> AGAINST_A_COMPETITOR = Market.weights(
            "price_level",
            26,
            "product_gap",
            22,
            "incumbent_relationship",
            14,
            "trust_references",
            9,
            "value_not_seen",
            8,
            "commercial_terms",
            7,
            "service_support",
            5,
            "product_quality",
            5,
            "our_process",
            4);
    private static final Map<String, Double> UNDER_PRESSURE = Market.weights(
            "price_level",
            68,
            "commercial_terms",
            8,
            "product_gap",
            10,
            "incumbent_relationship",
            8,
            "value_not_seen",
            6);
    private static final Map<String, Double> WITHOUT_A_COMPETITOR = Market.weights(
            "timing_priority",
            24,
            "budget",
            24,
            "sponsor_lost",
            18,
            "value_not_seen",
            12,
            "fit_targeting",
            9,
            "corporate_decision",
            7,
            "security_compliance_legal",
            6);

    private static final Map<String, List<String>> GERMAN = Map.of(
            "price_level", List.of("Preis zu hoch", "Zu teuer"),
            "product_gap", List.of("Fehlende Funktionen", "Fehlende Schnittstelle"),
            "budget", List.of("Kein Budget", "Budget gekürzt"),
            "timing_priority", List.of("Falscher Zeitpunkt", "Keine Priorität"),
            "sponsor_lost", List.of("Keine Rückmeldung"),
            "incumbent_relationship", List.of("Bestandslieferant"));
    private static final Map<String, List<String>> FRENCH = Map.of(
            "price_level", List.of("Trop cher", "Prix trop élevé"),
            "product_gap", List.of("Fonctionnalités manquantes"),
            "budget", List.of("Pas de budget", "Budget insuffisant"),
            "timing_priority", List.of("Pas prioritaire"),
            "sponsor_lost", List.of("Pas de réponse"),
            "incumbent_relationship", List.of("Fournisseur actuel"));
    private static final Map<String, List<String>> ENGLISH = Map.of(
            "price_level", List.of("Price", "Too expensive"),
            "product_gap", List.of("Missing features"),
            "budget", List.of("No budget"),
            "timing_priority", List.of("Bad timing", "Not a priority"),
            "sponsor_lost", List.of("Went silent", "No response"),
            "incumbent_relationship", List.of("Existing supplier"));

    /** What no alias knows: it waits for an admin who says what it means. */
    private static final List<String> UNHEARD_OF = List.of(
            "Went sideways after the workshop",
            "Steering committee said no",
            "Bauchgefühl der Geschäftsführung",
            "Histoire de calendrier interne");

    private MadeUpReasons() {}

    /** Null where the CRM tells none. */
    static @Nullable List<Reason> of(@Nullable String outcome, String region, boolean pressure, Dice dice) {
        if (dice.chance(0.05)) {
            return null;
        }
        if (dice.chance(0.03)) {
            return List.of(new Reason(null, dice.any(UNHEARD_OF), null, null, NOTE));
        }
        var likely = likely(outcome, pressure);
        String primary = dice.weighted(likely);
        var reasons = new ArrayList<Reason>();
        reasons.add(told(primary, region, dice));
        String contributing = dice.weighted(likely);
        if (dice.chance(0.3) && !contributing.equals(primary)) {
            reasons.add(new Reason(contributing, null, null, "minor", NOTE));
        }
        return reasons;
    }

    private static Map<String, Double> likely(@Nullable String outcome, boolean pressure) {
        if ("lost_to_competitor".equals(outcome)) {
            return pressure ? UNDER_PRESSURE : AGAINST_A_COMPETITOR;
        }
        return WITHOUT_A_COMPETITOR;
    }

    private static Reason told(String code, String region, Dice dice) {
        var words = words(region).get(code);
        if (words != null && dice.chance(0.25)) {
            return new Reason(null, dice.any(words), null, null, NOTE);
        }
        String evidence = dice.chance(0.6) ? dice.any(List.of("buyer_stated", "observed", "rep_belief")) : null;
        return new Reason(code, null, evidence, dice.chance(0.5) ? "decisive" : "major", NOTE);
    }

    private static Map<String, List<String>> words(String region) {
        return switch (region) {
            case "DACH" -> GERMAN;
            case "France" -> FRENCH;
            default -> ENGLISH;
        };
    }
}
