package raftlab.run;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.function.Consumer;
import raftlab.core.Event;
import raftlab.core.UserError;

/**
 * Appends events to events.jsonl, one line each with its time. A kill can cut the last line short,
 * so each line is written whole in one call and begins on a line of its own. Progress within a
 * phase is not kept.
 */
public final class EventLog implements Consumer<Event> {

  private final Path file;

  public EventLog(RunDirectory run) {
    this.file = run.path().resolve("events.jsonl");
  }

  @Override
  public synchronized void accept(Event event) {
    if (event instanceof Event.Progress) {
      return;
    }
    JsonObject line = new JsonObject();
    line.addProperty("time", Instant.now().toString());
    line.addProperty("event", event.getClass().getSimpleName());
    line.add("data", RecordJson.LINE.toJsonTree(event));
    try {
      String start = endsInsideLine() ? "\n" : "";
      Files.writeString(
          file,
          start + line + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UserError("cannot write " + file + ": " + e.getMessage());
    }
  }

  private boolean endsInsideLine() throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return false;
    }
    try (var channel = Files.newByteChannel(file, StandardOpenOption.READ)) {
      channel.position(channel.size() - 1);
      var last = java.nio.ByteBuffer.allocate(1);
      channel.read(last);
      return last.get(0) != '\n';
    }
  }
}
