package raftlab.kernel.command.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Parameters;
import raftlab.core.UsageError;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Session;
import raftlab.report.sql.RunQueries;
import raftlab.run.RunDirectory;

/** Answers SQL over the run directories. */
public final class SqlCommand implements Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "QUERY",
      description = "one SELECT in double quotes; or write it as the cell's body")
  String query;

  @Override
  public boolean takesBody() {
    return true;
  }

  @Override
  public boolean exclusive() {
    return false;
  }

  @Override
  public Object run(Session session) {
    if (query != null && session.body().isPresent()) {
      throw new UsageError("sql has two queries", "one in its line, one below", "Keep one of them");
    }
    String sql = session.body().orElse(query == null ? "" : query).strip();
    if (sql.isEmpty()) {
      throw new UsageError(
          "sql has no query",
          "tables: runs, rounds, samples",
          "Ask like: sql \"SELECT * FROM runs\"");
    }
    Map<String, RunDirectory> runs = new LinkedHashMap<>();
    for (String name : Runs.names()) {
      runs.put(name, Runs.open(name));
    }
    return RunQueries.ask(runs, Runs.folder(), sql);
  }

  @Override
  public List<String> helpRemarks() {
    return List.of(
        "Tables: runs (one row per run), rounds (per run and round: metrics such as"
            + " eval_pass_at_1 and entropy_estimate), samples (per completion: prompt, completion,"
            + " reward, kept). Columns: DESCRIBE runs.",
        "The dialect is DuckDB's. Nothing is written, and no file is read but those of the runs.");
  }
}
