package org.minqing.command;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.axonframework.modelling.command.Repository;
import org.junit.jupiter.api.Test;
import org.minqing.command.planted.Planted;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.policy.Policy;
import org.minqing.edge.Problems;
import org.minqing.edge.planted.Door;
import org.minqing.events.AmendingEvent;
import org.minqing.events.DomainEvent;
import org.minqing.query.planted.Question;

/** Boundaries of the command side. Each rule has a violation planted in the tests, which it must catch. */
class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.minqing");
    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackagesOf(Planted.class, Question.class, Door.class);

    private static final Set<String> SHARED = Set.of("platform", "reference");

    private static final ArchRule COMMANDS_NEVER_SEE_QUESTIONS = noClasses()
            .that()
            .resideInAPackage("org.minqing.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.minqing.query..");

    private static final ArchRule THE_EDGE_KNOWS_NO_DOMAIN = noClasses()
            .that()
            .resideInAPackage("org.minqing.edge..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.minqing..").and(resideOutsideOfPackage("org.minqing.edge..")));

    private static final ArchRule FEATURES_NEVER_IMPORT_EACH_OTHER =
            slices().assignedFrom(new Features()).should().notDependOnEachOther();

    private static final ArchRule THE_PLATFORM_IMPORTS_NO_FEATURE = noClasses()
            .that()
            .resideInAPackage("org.minqing.command..platform..")
            .should()
            .dependOnClassesThat(new DescribedPredicate<>("belong to a feature or to references") {
                @Override
                public boolean test(JavaClass type) {
                    String name = Features.name(type);
                    return !name.isEmpty() && !name.equals("platform");
                }
            });

    private static final ArchRule DECISIONS_TAKE_TIME_AND_IDS_AS_GIVEN = noClasses()
            .that()
            .resideInAPackage("org.minqing.command..")
            .and()
            .resideOutsideOfPackage("org.minqing.command.platform..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    /** Loading a referred aggregate would lock it to the end: what a command refers to is read through References. */
    private static final ArchRule REFERENCES_NEVER_GO_THROUGH_A_REPOSITORY = noClasses()
            .that()
            .resideInAPackage("org.minqing.command..")
            .and()
            .resideOutsideOfPackage("org.minqing.command.platform..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Repository.class);

    private static final ArchRule AGGREGATES_ARE_PACKAGE_PRIVATE = classes()
            .that()
            .areAssignableTo(StreamAggregate.class)
            .and()
            .resideOutsideOfPackage("org.minqing.command.platform..")
            .should()
            .bePackagePrivate();

    /** Two events for all are in no family, {@link AmendingEvent}. */
    private static final ArchRule NO_FAMILY_HAS_VOIDS_OR_CORRECTIONS_OF_ITS_OWN = noClasses()
            .that()
            .areAssignableTo(DomainEvent.class)
            .and()
            .areNotAssignableTo(AmendingEvent.class)
            .should()
            .haveSimpleNameEndingWith("Voided")
            .orShould()
            .haveSimpleNameEndingWith("Corrected");

    /** What was amended is left out or comes as it is now; only what follows elsewhere is a policy's to say. */
    private static final ArchRule ONLY_POLICIES_SEE_VOIDS_AND_CORRECTIONS = noClasses()
            .that()
            .resideInAPackage("org.minqing.command..")
            .and()
            .resideOutsideOfPackage("org.minqing.command.platform..")
            .and()
            .areNotAssignableTo(Policy.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(AmendingEvent.class);

    @Test
    void commands_never_see_questions() {
        COMMANDS_NEVER_SEE_QUESTIONS.check(HOUSE);
        assertThat(COMMANDS_NEVER_SEE_QUESTIONS.evaluate(PLANTED).hasViolation())
                .isTrue();
    }

    @Test
    void the_edge_knows_no_domain() {
        THE_EDGE_KNOWS_NO_DOMAIN.check(HOUSE);
        assertThat(THE_EDGE_KNOWS_NO_DOMAIN.evaluate(PLANTED).hasViolation()).isTrue();
    }

    @Test
    void features_never_import_each_other() {
        FEATURES_NEVER_IMPORT_EACH_OTHER.check(HOUSE);
        assertThat(FEATURES_NEVER_IMPORT_EACH_OTHER.evaluate(PLANTED).hasViolation())
                .isTrue();
    }

    @Test
    void the_platform_imports_no_feature() {
        THE_PLATFORM_IMPORTS_NO_FEATURE.check(HOUSE);
        assertThat(THE_PLATFORM_IMPORTS_NO_FEATURE.evaluate(PLANTED).hasViolation())
                .isTrue();
    }

    @Test
    void decisions_take_time_and_ids_as_given() {
        DECISIONS_TAKE_TIME_AND_IDS_AS_GIVEN.check(HOUSE);
        assertThat(DECISIONS_TAKE_TIME_AND_IDS_AS_GIVEN.evaluate(PLANTED).hasViolation())
                .isTrue();
    }

    @Test
    void references_never_go_through_a_repository() {
        REFERENCES_NEVER_GO_THROUGH_A_REPOSITORY.check(HOUSE);
        assertThat(REFERENCES_NEVER_GO_THROUGH_A_REPOSITORY.evaluate(PLANTED).hasViolation())
                .isTrue();
    }

    @Test
    void aggregates_are_package_private() {
        AGGREGATES_ARE_PACKAGE_PRIVATE.check(HOUSE);
        assertThat(AGGREGATES_ARE_PACKAGE_PRIVATE.evaluate(PLANTED).hasViolation())
                .isTrue();
    }

    @Test
    void no_family_has_voids_or_corrections_of_its_own() {
        NO_FAMILY_HAS_VOIDS_OR_CORRECTIONS_OF_ITS_OWN.check(HOUSE);
        assertThat(NO_FAMILY_HAS_VOIDS_OR_CORRECTIONS_OF_ITS_OWN
                        .evaluate(PLANTED)
                        .hasViolation())
                .isTrue();
    }

    @Test
    void only_policies_see_voids_and_corrections() {
        ONLY_POLICIES_SEE_VOIDS_AND_CORRECTIONS.check(HOUSE);
        assertThat(ONLY_POLICIES_SEE_VOIDS_AND_CORRECTIONS.evaluate(PLANTED).hasViolation())
                .isTrue();
    }

    @Test
    void there_is_something_to_look_at() {
        assertThat(HOUSE.stream().map(Features::name)).contains("platform", "reference", "division");
        assertThat(HOUSE.contain(CommandService.class)).isTrue();
        assertThat(HOUSE.contain(Problems.class)).isTrue();
    }

    /** {@code org.minqing.command.x..} is feature x; what all share is none. */
    private static final class Features implements SliceAssignment {
        static String name(JavaClass type) {
            String[] parts = type.getPackageName().split("\\.");
            boolean planted = parts.length > 4 && parts[3].equals("planted");
            boolean feature = parts.length > 3 && parts[1].equals("minqing") && parts[2].equals("command");
            return planted ? parts[4] : feature ? parts[3] : "";
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = name(type);
            return name.isEmpty() || SHARED.contains(name) ? SliceIdentifier.ignore() : SliceIdentifier.of(name);
        }

        @Override
        public String getDescription() {
            return "features";
        }
    }
}
