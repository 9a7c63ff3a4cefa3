package raftlab.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What each package may import: the rules of the design. */
@AnalyzeClasses(packages = "raftlab", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyRulesTest {

  @ArchTest
  static final ArchRule coreImportsOnlyTheJdk =
      classes()
          .that()
          .resideInAPackage("raftlab.core..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "raftlab.core..");

  @ArchTest
  static final ArchRule verifyImportsOnlyCoreAndTheJdk =
      classes()
          .that()
          .resideInAPackage("raftlab.verify..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "raftlab.core..", "raftlab.verify..");

  @ArchTest
  static final ArchRule onlyTheTensorPackagesImportDjl =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "raftlab.tensor..",
              "raftlab.model..",
              "raftlab.generate..",
              "raftlab.loss..",
              "raftlab.train..",
              "raftlab.reward.learned..",
              "raftlab.tokenize..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..");

  @ArchTest
  static final ArchRule tokenizersUseOnlyTheTokenizersOfDjl =
      noClasses()
          .that()
          .resideInAPackage("raftlab.tokenize..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl.ndarray..", "ai.djl.pytorch..", "ai.djl.engine..");

  @ArchTest
  static final ArchRule onlyReportImportsTablesaw =
      noClasses()
          .that()
          .resideOutsideOfPackage("raftlab.report..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("tech.tablesaw..");

  @ArchTest
  static final ArchRule onlyChartImportsXChart =
      noClasses()
          .that()
          .resideOutsideOfPackage("raftlab.chart..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.knowm.xchart..");

  @ArchTest
  static final ArchRule theLibraryKnowsNoKernel =
      noClasses()
          .that()
          .resideInAPackage("raftlab..")
          .and()
          .resideOutsideOfPackage("raftlab.kernel..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("raftlab.kernel..", "org.dflib.jjava..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("raftlab.(*)..").should().beFreeOfCycles();
}
