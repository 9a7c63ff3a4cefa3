package raftlab.tensor;

import ai.djl.pytorch.jni.JniUtils;

/**
 * A number of kernel threads that holds until it is closed, on the thread that made it and must
 * close it. A change may make native threads anew, so it is for a whole piece of work and not for a
 * step. A Java thread whose first kernel runs meanwhile takes the number over and keeps it; results
 * differ by it in their last bits at most.
 */
public final class ThreadCount implements AutoCloseable {

  private static final long SHARED_FROM = 1L << 23;

  private final int before;

  private ThreadCount(int before) {
    this.before = before;
  }

  /** Sets the number of threads, at least 1. */
  public static ThreadCount of(int threads) {
    int before = JniUtils.getNumThreads();
    if (threads != before) {
      JniUtils.setNumThreads(threads);
    }
    return new ThreadCount(before);
  }

  /**
   * One thread for a step whose largest product has few operations, else as many as there are.
   * Below eight million, waking the others takes longer than the work that they take over:
   * docs/performance/sampling.md has the figures. The choice depends on the number only, so that
   * equal calls give equal bits.
   *
   * @param operations multiplications and additions of the largest product
   */
  public static ThreadCount fitting(long operations) {
    return operations < SHARED_FROM ? of(1) : unchanged();
  }

  /** Returns how many threads the calling thread's kernels share. */
  public static int current() {
    return JniUtils.getNumThreads();
  }

  /** Leaves the number as it is. */
  public static ThreadCount unchanged() {
    return new ThreadCount(JniUtils.getNumThreads());
  }

  @Override
  public void close() {
    if (JniUtils.getNumThreads() != before) {
      JniUtils.setNumThreads(before);
    }
  }
}
