/**
 * The replay loop and what it is made of: members on their owner threads, fusion, scoring,
 * learning, and the records of a run. Behind the use cases; screens and commands do not see it.
 */
package org.amalgam.pipeline.engine;
