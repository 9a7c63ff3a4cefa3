package raftlab.kernel.jshell;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import raftlab.kernel.command.Workspace;
import raftlab.kernel.notebook.FrontEnd;

/**
 * Cells in a kernel of this process, without sockets. One kernel serves a class, since starting one
 * takes a second; each test uses names of its own.
 */
public abstract class KernelTestCase {

  private static TestKernel kernel;

  /** What a display data message would hold, and how often it was replaced. */
  public static final class Shown {
    private DisplayData content;
    private int updates;

    /** Returns how often it was replaced. */
    public int updates() {
      return updates;
    }

    /** Returns its text form. */
    public String text() {
      return String.valueOf(content.getData(MIMEType.parse("text/plain")));
    }

    /** Returns its HTML form. */
    public String html() {
      return String.valueOf(content.getData(MIMEType.parse("text/html")));
    }
  }

  private static final class TestKernel extends RaftKernel {
    private final Map<String, Shown> shown = new LinkedHashMap<>();

    TestKernel() {
      super(TestKernel::quickWorkspace);
    }

    private static Workspace quickWorkspace(FrontEnd frontEnd) {
      return KernelMain.workspace(frontEnd);
    }

    @Override
    public void display(DisplayData displayed) {
      Shown entry = new Shown();
      entry.content = displayed;
      shown.put(displayed.getDisplayId(), entry);
    }

    @Override
    void update(String id, DisplayData displayed) {
      Shown entry = shown.get(id);
      entry.content = displayed;
      entry.updates++;
    }
  }

  @BeforeAll
  static void startKernel() {
    kernel = new TestKernel();
    kernel.onStartup();
  }

  @AfterAll
  static void endKernel() {
    kernel.onShutdown(false);
    kernel = null;
  }

  @BeforeEach
  void forgetOutputs() {
    kernel.shown.clear();
  }

  /** Runs a cell that must end well and returns its value's text form, null if it has none. */
  protected static String execSuccess(String cell) {
    DisplayData value = kernel.eval(cell);
    return value == null ? null : String.valueOf(value.getData(MIMEType.parse("text/plain")));
  }

  /** Runs a cell that must show something and returns the last that it showed. */
  protected static Shown execShown(String cell) {
    kernel.shown.clear();
    kernel.eval(cell);
    assertTrue(!kernel.shown.isEmpty(), "nothing was shown by " + cell);
    return shown().get(shown().size() - 1);
  }

  /** Returns what the cells of this test have shown, in order. */
  protected static List<Shown> shown() {
    return List.copyOf(kernel.shown.values());
  }

  /** Runs a cell that must fail and returns what the user reads. */
  protected static String execError(String cell) {
    Throwable thrown = assertThrows(Throwable.class, () -> kernel.eval(cell), cell);
    List<String> lines = kernel.formatError(thrown);
    assertNotNull(lines);
    return String.join("\n", lines);
  }

  /** Returns the completions at the end of a text. */
  protected static List<String> complete(String code) {
    return kernel.complete(code, code.length()).getReplacements();
  }

  /** Returns what inspection shows at the end of a text, null if nothing. */
  protected static String inspect(String code) {
    DisplayData shown = kernel.inspect(code, code.length(), false);
    return shown == null ? null : String.valueOf(shown.getData(MIMEType.parse("text/plain")));
  }
}
