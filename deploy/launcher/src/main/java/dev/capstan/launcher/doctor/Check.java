package dev.capstan.launcher.doctor;

import java.util.List;

/** Looks at one side of the machine or of the stack, and changes nothing. */
@FunctionalInterface
interface Check {

    List<Finding> look();
}
