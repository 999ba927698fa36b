package org.amalgam;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the package rows: what lives where, and what may see what. */
class ArchitectureTest {

    private static final String ROOT = "org.amalgam";
    private static final List<String> STAGES =
            List.of(
                    "ingest",
                    "store",
                    "simulate",
                    "feature",
                    "model",
                    "fusion",
                    "evaluation",
                    "drift",
                    "merchandise",
                    "replay",
                    "telemetry",
                    "report");

    /** Which of Amalgam's packages each row may see, apart from itself. */
    private static final Map<String, List<String>> MAY_SEE =
            Map.ofEntries(
                    Map.entry("domain", List.of()),
                    Map.entry("config", List.of("domain")),
                    Map.entry("ingest", List.of("domain", "config")),
                    Map.entry("store", List.of("domain", "config")),
                    Map.entry("simulate", List.of("domain", "config")),
                    Map.entry("feature", List.of("domain", "config")),
                    Map.entry("kernel", List.of()),
                    Map.entry("model", List.of("domain", "config", "kernel")),
                    Map.entry("fusion", List.of("domain", "config", "kernel")),
                    Map.entry("evaluation", List.of("domain", "config", "kernel")),
                    Map.entry("drift", List.of()),
                    // Rules act on scores, wherever those come from.
                    Map.entry("merchandise", List.of("domain", "config")),
                    Map.entry("replay", List.of("domain", "config")),
                    Map.entry("telemetry", List.of("domain", "config")),
                    Map.entry("report", List.of("domain", "config")),
                    Map.entry("cli", List.of("pipeline", "domain", "config")),
                    Map.entry("ui", List.of("pipeline", "domain", "config")));

    private static final List<String> SEE_ALL = List.of("pipeline", "app");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    @Test
    void everyPackageHasARow() {
        Set<String> known = new TreeSet<>(MAY_SEE.keySet());
        known.addAll(SEE_ALL);
        Set<String> found = new TreeSet<>();
        CLASSES.forEach(type -> found.add(row(type)));
        found.removeAll(known);
        assertEquals(Set.of(), found, "packages without a row");
    }

    @TestFactory
    List<DynamicTest> rowsSeeOnlyWhatTheyMay() {
        return MAY_SEE.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> checkRow(row)))
                .toList();
    }

    private static void checkRow(Map.Entry<String, List<String>> row) {
        noClasses()
                .that(describe("live in " + row.getKey(), type -> row(type).equals(row.getKey())))
                .should()
                .dependOnClassesThat(
                        describe(
                                "belong to a row other than " + row.getValue(),
                                type ->
                                        isOurs(type)
                                                && !row(type).equals(row.getKey())
                                                && !row.getValue().contains(row(type))))
                .because("a stage that knows only the vocabulary can be read and replaced alone")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void onlyThePipelineJoinsStages() {
        classes()
                .that(describe("join stages", ArchitectureTest::joinsStages))
                .should()
                .resideInAnyPackage(ROOT + ".pipeline..", ROOT + ".app..")
                .because("the order of the stages is known in one place")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @TestFactory
    List<DynamicTest> librariesHaveOneHome() {
        return List.of(
                home(
                        "model",
                        "native arrays belong to the one thread that owns their network",
                        "org.deeplearning4j..",
                        "org.nd4j..",
                        "org.bytedeco.."),
                home(
                        "model.attribute",
                        "members are networks and counts; classifiers only guess at attributes",
                        "org.tribuo",
                        "org.tribuo.classification..",
                        "org.tribuo.common..",
                        "com.oracle.labs.mlrg.olcut..",
                        "de.bwaldvogel.."),
                home("model", "matrices are for members", "org.tribuo.math.."),
                home(
                        "pipeline.bench",
                        "what is measured is not what measures",
                        "org.openjdk.jmh.."),
                home("store", "SQL has one home", "java.sql..", "org.h2..", "org.flywaydb.."),
                home("ui", "a stage must run without a window", "javafx..", "org.controlsfx.."));
    }

    @Test
    void theDomainSeesOnlyTheJdk() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT + ".domain..", "java..")
                .because("the vocabulary outlives every library")
                .check(CLASSES);
    }

    @Test
    void nothingThatDiffersFromRunToRunIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j.linalg.eigen..", "org.nd4j.linalg.inverse..")
                .because("ND4J's LAPACK gave other eigenvectors of one matrix in every third run")
                .check(CLASSES);
    }

    private static DynamicTest home(String row, String reason, String... libraries) {
        return DynamicTest.dynamicTest(
                String.join(", ", libraries),
                () ->
                        noClasses()
                                .that()
                                .resideOutsideOfPackage(ROOT + "." + row + "..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(libraries)
                                .because(reason)
                                .check(CLASSES));
    }

    private static boolean joinsStages(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass())
                        .filter(ArchitectureTest::isOurs)
                        .map(ArchitectureTest::row)
                        .filter(STAGES::contains)
                        .distinct()
                        .count()
                > 1;
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT + ".");
    }

    private static String row(JavaClass type) {
        String rest = type.getPackageName().substring(ROOT.length() + 1);
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
