/**
 * The vocabulary, in flow order: {@link org.amalgam.domain.LogLine} → {@link
 * org.amalgam.domain.Event} (or {@link org.amalgam.domain.RejectedLine}) → {@link
 * org.amalgam.domain.FeatureWindow} → {@link org.amalgam.domain.MemberOutput} → {@link
 * org.amalgam.domain.FusedRanking} → {@link org.amalgam.domain.StepOutcome} → {@link
 * org.amalgam.domain.LiveSnapshot}. Immutable values that know only the JDK.
 *
 * <p>Users and items are dense numbers, 0 to count − 1, given by the store in order of first
 * appearance; their original ids are kept as text in {@link org.amalgam.domain.Item} and the store.
 */
package org.amalgam.domain;
