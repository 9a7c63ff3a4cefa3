package raftlab.kernel.command;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import raftlab.core.Checks;

/**
 * A command's line in the catalog.
 *
 * @param name what the user types
 * @param aliases other names accepted
 * @param returns the type of the result, as written in a cell; empty if there is none
 * @param meaning one short sentence
 * @param example arguments that work, without the command's name
 * @param className the class below {@code raftlab.kernel.command}, loaded when it is first needed
 */
public record CommandEntry(
    String name,
    List<String> aliases,
    String returns,
    String meaning,
    String example,
    String className) {

  public CommandEntry {
    Checks.notBlank(name, "command name");
    Checks.notBlank(meaning, "meaning of " + name);
    aliases = List.copyOf(aliases);
  }

  static CommandEntry of(
      String name, String returns, String meaning, String example, String className) {
    return new CommandEntry(name, List.of(), returns, meaning, example, className);
  }

  CommandEntry alias(String... others) {
    return new CommandEntry(name, List.of(others), returns, meaning, example, className);
  }

  /** Makes a fresh command object. */
  public Command create() {
    try {
      return Class.forName(Command.class.getPackageName() + "." + className)
          .asSubclass(Command.class)
          .getConstructor()
          .newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("command " + name + " cannot be made", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("command " + name + " cannot be made", e);
    }
  }

  /** Returns the example as a whole line without a front end's prefix. */
  public String exampleLine() {
    return (name + " " + example).strip();
  }
}
