package raftlab.kernel.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import raftlab.kernel.notebook.Report;

/** The extension in a kernel with JJava's API, without Java behind it. */
class JJavaExtensionTest {

  /** Remembers what it was asked. */
  private static class TinyKernel extends BaseKernel {
    final List<String> evaluated = new ArrayList<>();
    final List<DisplayData> displayed = new ArrayList<>();

    TinyKernel() {
      super(
          "tiny",
          "1",
          new LanguageInfo.Builder("Java").build(),
          List.of(),
          null,
          new JupyterIO(StandardCharsets.UTF_8),
          new CommManager(),
          new Renderer(),
          new MagicParser("(?<=(?:^|=))\\s*%", "%%", new MagicTranspiler()),
          new MagicsRegistry(),
          false,
          new StringStyler("", "", "", line -> ""));
    }

    @Override
    public Object evalRaw(String java) {
      evaluated.add(java);
      if (java.equals("broken")) {
        throw new IllegalStateException("cannot find symbol");
      }
      return null;
    }

    @Override
    public void display(DisplayData shown) {
      displayed.add(shown);
    }

    @Override
    public DisplayData inspect(String code, int at, boolean detail) {
      return null;
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
      return null;
    }

    @Override
    public String isComplete(String code) {
      return IS_COMPLETE_YES;
    }
  }

  /** A kernel of a later version, which shows the value of a magic itself. */
  public static final class LaterKernel extends TinyKernel {
    public Object evalBuilder(String java) {
      return evalRaw(java);
    }
  }

  private TinyKernel kernel;

  @BeforeEach
  void start() {
    start(new TinyKernel());
  }

  private void start(TinyKernel fresh) {
    kernel = fresh;
    kernel.onStartup();
    new JJavaExtension().install(kernel);
  }

  @AfterEach
  void end() {
    kernel.onShutdown(false);
  }

  private Object line(String... words) throws Exception {
    return kernel.getMagicsRegistry().evalLineMagic(kernel, "raft", List.of(words));
  }

  private String shown(int index) {
    return String.valueOf(kernel.displayed.get(index).getData(MIMEType.TEXT_PLAIN));
  }

  @Test
  void isFoundByTheServiceLoader() {
    assertTrue(
        ServiceLoader.load(Extension.class).stream()
            .anyMatch(each -> each.type() == JJavaExtension.class));
  }

  @Test
  void importsWhatOurOwnKernelImports() {
    assertEquals(
        List.of("import raftlab.core.*;", "import raftlab.kernel.facade.Raft;"), kernel.evaluated);
  }

  @Test
  void aLineMagicReturnsItsValueAndShowsItWhereTheKernelDoesNot() throws Exception {
    Report report = assertInstanceOf(Report.class, line("status"));
    assertTrue(shown(0).startsWith(report.headline()), shown(0));
    assertTrue(kernel.displayed.get(0).hasDisplayId());
  }

  @Test
  void aKernelThatShowsValuesRendersThemWithOurViews() throws Exception {
    kernel.onShutdown(false);
    start(new LaterKernel());
    Report report = assertInstanceOf(Report.class, line("status"));
    assertEquals(0, kernel.displayed.size());
    DisplayData rendered = kernel.getRenderer().render(report);
    assertTrue(String.valueOf(rendered.getData(MIMEType.TEXT_HTML)).contains("<table>"));
  }

  @Test
  void aCellMagicGetsItsBodyRaw() throws Exception {
    kernel
        .getMagicsRegistry()
        .evalCellMagic(kernel, "raft", List.of("config"), "temperature: 0.5\n");
    assertTrue(shown(0).contains("temperature"), shown(0));
  }

  @Test
  void aMistakeIsShownAsOneBlockAndEndsTheCellWithoutStack() {
    Throwable thrown = assertThrows(Exception.class, () -> line("helq"));
    while (thrown.getCause() != null) {
      thrown = thrown.getCause();
    }
    assertEquals(
        "unknown command `helq`.  Did you mean `help`?  All commands: %raft help.",
        thrown.getMessage());
    assertEquals(0, thrown.getStackTrace().length);
    assertEquals("raft: " + thrown.getMessage(), shown(0));
  }

  @Test
  void aResultIsBoundByAnEvaluatedDeclaration() throws Exception {
    line("status", "--as", "now", "-q");
    String declaration = kernel.evaluated.get(2);
    assertTrue(
        declaration.matches(
            "raftlab\\.kernel\\.notebook\\.Report now = \\(raftlab\\.kernel\\.notebook\\.Report\\)"
                + " raftlab\\.kernel\\.facade\\.HandOver\\.take\\(\"[0-9a-f-]+\"\\);"),
        declaration);
  }

  @Test
  void anInterruptedThreadIsTheStopSignal() {
    HostFrontEnd frontEnd = new HostFrontEnd(new JJavaHost(kernel, false));
    Thread.currentThread().interrupt();
    assertTrue(frontEnd.stopRequested());
    assertTrue(Thread.interrupted());
    assertEquals(false, frontEnd.stopRequested());
  }
}
