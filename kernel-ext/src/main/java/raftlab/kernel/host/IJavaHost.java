package raftlab.kernel.host;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import raftlab.kernel.notebook.MimeBundle;

/** Classic IJava: never shows the value of a magic, so that we always do. */
final class IJavaHost implements Host {

  private final BaseKernel kernel;

  IJavaHost(BaseKernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public void show(String id, MimeBundle bundle) {
    DisplayData displayed = data(bundle);
    displayed.setDisplayId(id);
    kernel.display(displayed);
  }

  @Override
  public void update(String id, MimeBundle bundle) {
    kernel.getIO().display.updateDisplay(id, data(bundle));
  }

  private static DisplayData data(MimeBundle bundle) {
    DisplayData displayed = new DisplayData();
    bundle.forms().forEach(displayed::putData);
    return displayed;
  }

  @Override
  public Object evaluate(String java) throws Exception {
    Method evaluate = kernel.getClass().getMethod("evalRaw", String.class);
    try {
      return evaluate.invoke(kernel, java);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public boolean showsResults() {
    return false;
  }
}
