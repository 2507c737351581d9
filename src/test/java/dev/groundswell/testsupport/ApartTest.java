package dev.groundswell.testsupport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** A class in no suite's list would be run by none. */
class ApartTest {

    private final JavaClasses all = new ClassFileImporter().importPackages("dev.groundswell");

    @Test
    void whoRunsApartIsNamedAndWhoIsNamedRunsApart() {
        classes()
                .that()
                .areAnnotatedWith(Apart.class)
                .should()
                .haveNameMatching(Apart.CLASSES)
                .check(all);
        classes()
                .that()
                .haveNameMatching(Apart.CLASSES)
                .should()
                .beAnnotatedWith(Apart.class)
                .check(all);
    }

    @Test
    void whoHasAProfileRunsApart() {
        classes()
                .that()
                .areAnnotatedWith(TestProfile.class)
                .should()
                .beAnnotatedWith(Apart.class)
                .check(all);
    }
}
