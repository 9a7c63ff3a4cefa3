package raftlab.kernel.command;

import com.google.gson.GsonBuilder;
import java.util.List;
import javax.lang.model.SourceVersion;
import raftlab.core.UsageError;
import raftlab.files.AtomicFile;
import raftlab.kernel.notebook.Report;

/**
 * Parses and runs one command line for every front end. It does not show the result: the front end
 * does, since it alone knows whether the result was assigned.
 */
public final class CommandLineRunner {

  private final Workspace workspace;

  public CommandLineRunner(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Runs one line.
   *
   * @param tokens the command's name and its arguments
   * @param body the body of the cell, null or blank for none
   * @throws UsageError if the line cannot be understood; nothing has been run
   * @throws raftlab.core.UserError for a mistake found while running
   * @throws raftlab.core.Stopped if the work ended on request
   */
  public Outcome run(List<String> tokens, String body) {
    try {
      ParsedLine line = parse(tokens, body);
      checkBody(line, body);
      checkName(line.options().as());
      return run(line, body, String.join(" ", tokens));
    } catch (RuntimeException | Error e) {
      workspace.errors().record(e, String.join(" ", tokens));
      throw e;
    }
  }

  private ParsedLine parse(List<String> tokens, String body) {
    if (tokens.isEmpty()) {
      return ParsedLine.of(find("help"), List.of(), workspace);
    }
    CommandEntry entry = find(tokens.get(0));
    List<String> arguments = tokens.subList(1, tokens.size());
    return ParsedLine.of(entry, BodyOptions.addTo(arguments, entry, body), workspace);
  }

  private CommandEntry find(String name) {
    return workspace.catalog().find(name, workspace.frontEnd().prefix());
  }

  @SuppressWarnings("try") // the lock is held for its scope and not otherwise used
  private Outcome run(ParsedLine line, String body, String text) {
    Call call =
        new Call(line.options(), line.resolved(), line.command().bodyIsOptions() ? null : body);
    Session session = new Session(workspace, call);
    if (line.options().help()) {
      return done(CommandHelp.of(line.entry(), workspace.frontEnd().prefix()), line, call);
    }
    if (line.options().dryRun()) {
      return done(dryRun(line, session), line, call);
    }
    if (!line.command().exclusive()) {
      return done(finish(work(line, session, call), line), line, call);
    }
    try (SessionLock.Held held = workspace.lock().take(text, workspace.frontEnd()::note)) {
      return done(finish(work(line, session, call), line), line, call);
    }
  }

  private static Object work(ParsedLine line, Session session, Call call) {
    boolean completed = false;
    try {
      Object value = line.command().run(session);
      completed = true;
      return value;
    } finally {
      call.ended(completed);
    }
  }

  private Object finish(Object value, ParsedLine line) {
    CommonOptions options = line.options();
    if (value != null && options.as() != null) {
      Class<?> type = Kinds.of(value).<Class<?>>map(Kind::type).orElse(value.getClass());
      workspace.frontEnd().bind(options.as(), value, type);
    }
    if (value != null && options.out() != null && !line.command().writesOut()) {
      Object json = workspace.views().of(value).json(value);
      AtomicFile.writeText(
          options.out(),
          new GsonBuilder()
                  .setPrettyPrinting()
                  .disableHtmlEscaping()
                  .serializeSpecialFloatingPointValues()
                  .create()
                  .toJson(json)
              + "\n");
    }
    return value;
  }

  private static Outcome done(Object value, ParsedLine line, Call call) {
    return new Outcome(value, line.options().quiet(), call.exit());
  }

  private static Report dryRun(ParsedLine line, Session session) {
    Report report =
        Report.of("`" + line.entry().name() + "` would use", "setting", "value", "origin");
    for (Setting setting : line.command().used(session)) {
      report = report.row(setting.key(), setting.value(), setting.origin());
    }
    for (String sentence : line.command().estimate(session)) {
      report = report.remark(sentence);
    }
    return report;
  }

  private static void checkBody(ParsedLine line, String body) {
    if (body != null
        && !body.isBlank()
        && !line.command().takesBody()
        && !line.command().bodyIsOptions()) {
      throw new UsageError("`" + line.entry().name() + "` takes no body", "", "Leave the body out");
    }
  }

  private static void checkName(String as) {
    if (as != null && (!SourceVersion.isName(as) || as.contains("."))) {
      throw new UsageError("--as " + as + " is not a Java identifier", "", "Use a name such as r1");
    }
  }
}
