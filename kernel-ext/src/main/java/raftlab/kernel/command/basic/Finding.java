package raftlab.kernel.command.basic;

/**
 * One line of {@code doctor}.
 *
 * @param check what was looked at
 * @param found what is there
 * @param advice {@code ok}, or what to do
 */
record Finding(String check, String found, String advice) {

  static Finding of(String check, Object found, boolean ok, String otherwise) {
    return new Finding(check, String.valueOf(found), ok ? "ok" : otherwise);
  }

  boolean ok() {
    return advice.equals("ok");
  }
}
