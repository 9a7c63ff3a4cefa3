package raftlab.chat;

/** Python's None. */
enum None {
  NONE
}
