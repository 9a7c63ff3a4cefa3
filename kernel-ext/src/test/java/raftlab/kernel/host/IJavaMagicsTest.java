package raftlab.kernel.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import raftlab.core.UserError;
import raftlab.kernel.notebook.Report;

/** The adapter in a kernel with the shape of IJava 1.3.0. */
public class IJavaMagicsTest {

  /** What IJava's kernel offers beside its base. */
  public static final class OldKernel extends BaseKernel {
    private final Magics magics = new Magics();
    private final List<String> evaluated = new ArrayList<>();
    private final List<DisplayData> displayed = new ArrayList<>();

    public Magics getMagics() {
      return magics;
    }

    public Object evalRaw(String java) {
      evaluated.add(java);
      return null;
    }

    @Override
    public void display(DisplayData shown) {
      displayed.add(shown);
    }

    @Override
    public DisplayData eval(String cell) {
      return null;
    }

    @Override
    public LanguageInfo getLanguageInfo() {
      return new LanguageInfo.Builder("Java").build();
    }
  }

  /** Holds a kernel as IJava's main class does. */
  public static final class Holder {
    static final OldKernel KERNEL = new OldKernel();

    private Holder() {}

    public static OldKernel getKernelInstance() {
      return KERNEL;
    }
  }

  @Test
  void addsBothMagicsToTheKernelThatReflectionFinds() throws Exception {
    OldKernel kernel = (OldKernel) IJavaMagics.kernelOf(Holder.class.getName());
    IJavaMagics.install(kernel);
    assertEquals(
        List.of("import raftlab.core.*;", "import raftlab.kernel.facade.Raft;"), kernel.evaluated);
    Object value = kernel.getMagics().applyLineMagic("raft", List.of("status"));
    assertInstanceOf(Report.class, value);
    assertTrue(
        String.valueOf(kernel.displayed.get(0).getData(MIMEType.TEXT_HTML)).contains("<table>"));
    kernel.getMagics().applyCellMagic("raft", List.of("config"), "top-p: 0.9");
    assertTrue(
        String.valueOf(kernel.displayed.get(1).getData(MIMEType.TEXT_PLAIN)).contains("top-p"));
  }

  @Test
  void aMistakeEndsTheCellWithItsSentence() {
    OldKernel kernel = new OldKernel();
    IJavaMagics.install(kernel);
    Exception thrown =
        assertThrows(
            Exception.class,
            () -> kernel.getMagics().applyLineMagic("raft", List.of("status", "'x'")));
    assertTrue(
        thrown.getMessage().startsWith("single quotes do not quote: 'x'."), thrown.toString());
    assertEquals(1, kernel.displayed.size());
  }

  @Test
  void saysWhereItIsNoIJava() {
    UserError error = assertThrows(UserError.class, IJavaMagics::install);
    assertTrue(error.getMessage().startsWith("this is no IJava kernel."), error.getMessage());
  }
}
