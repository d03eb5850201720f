/**
 * One writer for every error: {@link dev.capstan.kit.problem.ProblemException} for a deliberate "no", and RFC 9457 documents for all
 * that Spring, Security and the servlet container refuse.
 */
@NullMarked
package dev.capstan.kit.problem;

import org.jspecify.annotations.NullMarked;
