package raftlab.kernel.host;

import java.util.Arrays;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.CellMagic;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;

/**
 * The magics in stock JJava, found by its service loader when this jar is on the kernel's class
 * path ({@code JJAVA_CLASSPATH}) or added in a cell ({@code %classpath}). Uses only what is the
 * same in 1.0-a6 and later.
 */
public final class JJavaExtension implements Extension {

  @Override
  public void install(BaseKernel kernel) {
    HostMagics magics = new HostMagics(new JJavaHost(kernel, showsResults(kernel)));
    LineMagic<Object, BaseKernel> line = (self, words) -> magics.run(words, null);
    CellMagic<Object, BaseKernel> cell = (self, words, body) -> magics.run(words, body);
    kernel.getMagicsRegistry().registerLineMagic("raft", line);
    kernel.getMagicsRegistry().registerCellMagic("raft", cell);
    try {
      magics.importFacade();
    } catch (Exception e) {
      System.err.println("raft: note: the imports of RAFT Lab failed: " + e.getMessage());
    }
  }

  /** Versions after a6 show the value of a magic; they are known by a method that came with it. */
  private static boolean showsResults(BaseKernel kernel) {
    return Arrays.stream(kernel.getClass().getMethods())
        .anyMatch(method -> method.getName().equals("evalBuilder"));
  }
}
