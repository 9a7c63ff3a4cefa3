/**
 * SQL over run directories: tables of runs and rounds, a view of samples that reads the runs' files
 * when it is asked. DuckDB (MIT) works in memory and is loaded with the first question.
 */
package raftlab.report.sql;
