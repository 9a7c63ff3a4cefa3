package raftlab.tensor;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import raftlab.core.Checks;
import raftlab.core.UserError;

/**
 * Which device the engine computes on, as the user names it: {@code auto} is the first GPU where
 * there is one and the CPU elsewhere, {@code cpu}, {@code cuda} or {@code cuda:N}. One device holds
 * for a process, since its kernels and models share memory. Knows no engine, so that settings can
 * be read quickly. Thread-safe.
 */
public final class DeviceChoice {

  /** What stands where nothing is chosen. */
  public static final String AUTO = "auto";

  static final int CPU = -1;

  private static final Pattern NAMES = Pattern.compile("auto|cpu|cuda(:[0-9]{1,3})?");

  private static volatile Supplier<String> wanted = () -> AUTO;

  private DeviceChoice() {}

  /** Takes what says the device's name each time the engine is asked for memory. */
  public static void use(Supplier<String> name) {
    wanted = name;
  }

  /**
   * Checks a name, not whether the device is there.
   *
   * @throws UserError if no device is called so
   */
  public static String checked(String name) {
    Checks.usage(
        NAMES.matcher(name).matches(),
        "no device is called \"" + name + "\"",
        "",
        "Known: auto, cpu, cuda, cuda:1 and so on");
    return name;
  }

  static String wanted() {
    return checked(wanted.get());
  }

  /**
   * Returns the number of the GPU that a name means, {@link #CPU} for none.
   *
   * @param gpus how many the engine sees
   * @throws UserError if there is no such GPU
   */
  static int of(String name, int gpus) {
    if (name.equals("cpu") || (name.equals(AUTO) && gpus == 0)) {
      return CPU;
    }
    int number = name.contains(":") ? Integer.parseInt(name.substring(name.indexOf(':') + 1)) : 0;
    if (number < gpus) {
      return number;
    }
    throw new UserError(
        "there is no device " + name + " here",
        gpus == 0
            ? "the engine sees no NVIDIA GPU, or was built for the CPU (CONTRIBUTING.md, GPU)"
            : "the engine sees " + gpus + " GPUs, the first of which is cuda:0",
        "Choose another one: config set device=auto");
  }
}
