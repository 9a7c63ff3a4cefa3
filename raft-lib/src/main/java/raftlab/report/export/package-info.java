/**
 * Writes what runs hold in the formats of other tools: prompt/completion and preference rows as TRL
 * reads them, scalars as TensorBoard event files.
 */
package raftlab.report.export;
