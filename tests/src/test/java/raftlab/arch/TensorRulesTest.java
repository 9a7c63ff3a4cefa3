package raftlab.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * DJL's operators on Java numbers lay a tensor over a buffer that they free at once, while autograd
 * may still need it: gradients then go wrong, now and then. None of our code may call one.
 */
@AnalyzeClasses(packages = "raftlab", importOptions = ImportOption.DoNotIncludeTests.class)
class TensorRulesTest {

  private static final DescribedPredicate<JavaCall<?>> ARITHMETIC_WITH_A_NUMBER =
      DescribedPredicate.describe(
          "arithmetic of NDArray with a Java number",
          call ->
              call.getTargetOwner().isAssignableTo(NDArray.class)
                  && call.getTarget().getRawParameterTypes().stream()
                      .anyMatch(type -> type.isEquivalentTo(Number.class)));

  @ArchTest
  static final ArchRule noArithmeticOfTensorsWithJavaNumbers =
      noClasses()
          .that()
          .resideInAnyPackage("raftlab..")
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  ARITHMETIC_WITH_A_NUMBER.getDescription(), ARITHMETIC_WITH_A_NUMBER))
          .because("the operand's buffer is freed while autograd may need it");
}
