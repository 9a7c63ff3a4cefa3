package raftlab.kernel.host;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.lang.reflect.InvocationTargetException;
import raftlab.core.UserError;

/**
 * The magics in classic IJava 1.3.0, which finds nothing by itself: call {@link #install()} in a
 * cell, or in the script of {@code IJAVA_STARTUP_SCRIPT}. IJava's own classes are reached by
 * reflection, since they are in no repository.
 */
public final class IJavaMagics {

  private static final String KERNEL = "io.github.spencerpark.ijava.IJava";

  private IJavaMagics() {}

  /**
   * Adds {@code %raft} and {@code %%raft} to the kernel that runs this cell.
   *
   * @throws UserError if this is no IJava kernel
   */
  public static void install() {
    install(kernelOf(KERNEL));
  }

  /** Adds the magics to a kernel; it must have IJava's {@code getMagics} and {@code evalRaw}. */
  static void install(BaseKernel kernel) {
    HostMagics magics = new HostMagics(new IJavaHost(kernel));
    Magics registry = (Magics) call(kernel, "getMagics");
    registry.registerLineMagic("raft", words -> magics.run(words, null));
    registry.registerCellMagic("raft", magics::run);
    try {
      magics.importFacade();
    } catch (Exception e) {
      System.err.println("raft: note: the imports of RAFT Lab failed: " + e.getMessage());
    }
  }

  /** Returns the kernel that a class holds by its static {@code getKernelInstance}. */
  static BaseKernel kernelOf(String holder) {
    try {
      Object kernel = Class.forName(holder).getMethod("getKernelInstance").invoke(null);
      if (kernel instanceof BaseKernel found) {
        return found;
      }
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new UserError(
          "this is no IJava kernel",
          "there is no " + holder + " with a kernel",
          "In JJava put this jar on JJAVA_CLASSPATH; our own kernel needs no installation");
    }
    throw new UserError("IJava runs no kernel here", "", "Call install() in a cell");
  }

  /** Calls a public method without arguments. */
  static Object call(Object target, String method) {
    try {
      return target.getClass().getMethod(method).invoke(target);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(method + " failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new UserError(
          target.getClass().getName() + " has no " + method,
          "it is no IJava 1.3",
          "Use our own kernel");
    }
  }
}
