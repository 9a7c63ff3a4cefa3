package raftlab.kernel.notebook;

import java.util.Map;
import raftlab.infer.FileResult;

/** What work over a file came to: its headline and its numbers. */
final class FileResultView implements View<FileResult> {

  @Override
  public Report report(FileResult result) {
    return Report.of(result.headline());
  }

  @Override
  public Map<String, Object> summary(FileResult result) {
    return result.numbers();
  }

  @Override
  public Object json(FileResult result) {
    return result.numbers();
  }
}
