/** The command line: one class a verb. Knows the workbench's use cases and nothing behind them. */
package org.amalgam.cli;
