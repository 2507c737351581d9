package dev.groundswell;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.annotations.TenantId;
import org.junit.jupiter.api.Test;

/** What depends on what, and what is never done. */
class ArchitectureTest {

    private static final String ROOT = "dev.groundswell.";

    /** Who may use whom; everybody may use access and http. Packages that are yet to come are here, too. */
    private static final Map<String, Set<String>> ARROWS = new HashMap<>(Map.of(
            "embedded", Set.of(),
            "http", Set.of(),
            "access", Set.of("http"),
            "catalog", Set.of("access", "http"),
            "deal", Set.of("access", "http", "catalog"),
            "crm", Set.of("access", "http", "deal"),
            "disclosure", Set.of("access", "http"),
            "release", Set.of("access", "http", "disclosure"),
            "field", Set.of("access", "http", "catalog", "disclosure", "release"),
            "demo", Set.of("access")));

    static {
        ARROWS.put("statistics", Set.of());
        ARROWS.put("trend", Set.of("access", "http", "statistics", "catalog", "deal", "release"));
        ARROWS.put("pricing", Set.of("access", "http", "statistics", "catalog", "deal", "release"));
        ARROWS.put("signal", Set.of("access", "http", "statistics", "catalog", "deal", "trend", "pricing"));
        ARROWS.put("listening", Set.of("access", "http", "statistics", "trend", "signal", "pricing", "release"));
        ARROWS.put("notify", Set.of("access", "http", "release", "signal", "listening"));
        ARROWS.put(
                "mcp",
                Set.of("access", "http", "catalog", "deal", "trend", "pricing", "signal", "listening", "notify"));
        ARROWS.put("web", Set.of());
    }

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.groundswell");

    private static final JavaClasses FIXTURES = new ClassFileImporter()
            .importClasses(BadFixtures.PriceService.class, BadFixtures.Hidden.class, BadFixtures.OwnTime.class);

    @Test
    void arrowsPointOneWay() {
        ARROWS.forEach((feature, allowed) -> noClasses()
                .that()
                .resideInAPackage(ROOT + feature + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "*..")
                        .and(DescribedPredicate.not(
                                resideInAnyPackage(Stream.concat(allowed.stream(), Stream.of(feature))
                                        .map(name -> ROOT + name + "..")
                                        .toArray(String[]::new)))))
                .allowEmptyShould(true)
                .check(MAIN));
    }

    /** A vendor's package knows of the rest what an adapter needs; mappings, formats and proofs know no vendor at all. */
    @Test
    void adaptersArePure() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "crm.hubspot..", ROOT + "crm.salesforce..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "crm")
                        .and(DescribedPredicate.not(
                                simpleName("Adapter").or(simpleName("Fetcher")).or(simpleName("FetchException"))))
                        .or(resideInAnyPackage(ROOT + "access..", "java.sql..")))
                .check(MAIN);
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "crm.mapping..", ROOT + "crm.wire..", ROOT + "crm.proof..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        ROOT + "crm",
                        ROOT + "crm.hubspot..",
                        ROOT + "crm.salesforce..",
                        ROOT + "access..",
                        "java.sql.."))
                .check(MAIN);
    }

    @Test
    void everyPackageHasItsPlaceAmongTheArrows() {
        classes()
                .that()
                .resideOutsideOfPackage("dev.groundswell")
                .should()
                .resideInAnyPackage(
                        ARROWS.keySet().stream().map(name -> ROOT + name + "..").toArray(String[]::new))
                .check(MAIN);
    }

    @Test
    void featuresFormNoCircle() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void theDemoKnowsOfTheServiceWhatItsClientsKnow() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "demo..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(ROOT + "access..").and(DescribedPredicate.not(simpleName("Onboarding"))))
                .check(MAIN);
    }

    @Test
    void everyEndpointIsPublicAndDeclaresWhoMayCall() {
        endpoints().check(MAIN);
        assertThatThrownBy(() -> endpoints().check(FIXTURES)).isInstanceOf(AssertionError.class);
    }

    @Test
    void onlyWhatProvesItsOwnCodeIsOpen() {
        methods()
                .that()
                .areAnnotatedWith(PermitAll.class)
                .should()
                .beDeclaredInClassesThat()
                .haveNameMatching(".*\\.(AcceptResource|HookResource)")
                .check(MAIN);
        noClasses().should().beAnnotatedWith(PermitAll.class).check(MAIN);
    }

    @Test
    void entitiesAreNeverAnswered() {
        methods()
                .that(DescribedPredicate.describe("are endpoints", ArchitectureTest::isEndpoint))
                .should()
                .notHaveRawReturnType(DescribedPredicate.describe("entity", type -> type.isAnnotatedWith(Entity.class)))
                .check(MAIN);
    }

    @Test
    void namesSayWhatAClassIs() {
        names().check(MAIN);
        assertThatThrownBy(() -> names().check(FIXTURES)).isInstanceOf(AssertionError.class);
    }

    @Test
    void timeComesFromTheClock() {
        clock().check(MAIN);
        assertThatThrownBy(() -> clock().check(FIXTURES)).isInstanceOf(AssertionError.class);
    }

    /** A stateless session writes past the tenant filter. */
    @Test
    void noStatelessSession() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.hibernate.StatelessSession")
                .check(MAIN);
    }

    @Test
    void collaboratorsComeByConstructor() {
        noFields().should().beAnnotatedWith(Inject.class).check(MAIN);
    }

    @Test
    void repositoriesLiveInTheirEntity() {
        classes().that().haveSimpleName("Repository").should().beMemberClasses().check(MAIN);
        fields().that()
                .areAnnotatedWith(TenantId.class)
                .should()
                .haveName("workspace")
                .check(MAIN);
    }

    private static ArchRule endpoints() {
        return methods()
                .that(DescribedPredicate.describe("are endpoints", ArchitectureTest::isEndpoint))
                .should(new ArchCondition<>("be public and declare a permission") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean open = method.getModifiers().contains(JavaModifier.PUBLIC);
                        boolean declared = List.of(PermissionsAllowed.class, PermitAll.class).stream()
                                .anyMatch(each -> method.isAnnotatedWith(each)
                                        || method.getOwner().isAnnotatedWith(each));
                        if (!open || !declared) {
                            events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                        }
                    }
                });
    }

    private static boolean isEndpoint(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class));
    }

    private static ArchRule names() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Service|ServiceImpl|Manager|Helper|Utils?|Mapper|DTO|Dto|Base|Impl)")
                .orShould()
                .haveSimpleNameStartingWith("Abstract");
    }

    private static ArchRule clock() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "embedded..", "dev.groundswell")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + "access.Clocks")
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe("asks for the time itself", ArchitectureTest::asksForTime));
    }

    private static boolean asksForTime(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getFullName();
        var name = access.getTarget().getName();
        boolean now = owner.startsWith("java.time.") && name.equals("now");
        boolean system = owner.equals("java.lang.System")
                && Set.of("currentTimeMillis", "nanoTime").contains(name);
        boolean clock = owner.equals(Clock.class.getName()) && name.startsWith("system");
        boolean date = owner.equals("java.util.Date") && name.equals("<init>");
        return now || system || clock || date;
    }

    /** What the rules are there to find. */
    static class BadFixtures {

        static class PriceService {}

        /** Without a path, or the tests would serve it. */
        static class Hidden {
            @GET
            String get() {
                return "";
            }
        }

        static class OwnTime {
            Instant now() {
                return Instant.now();
            }

            LocalDate today() {
                return LocalDate.now(Clock.systemUTC());
            }
        }
    }
}
