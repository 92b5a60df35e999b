// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/** A class of tests that press keys and click: each test leaves the workbench's log without errors, and is tried a second time where it fails. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({ QuietLog.class, SecondAttempt.class })
@interface WindowTest {
}
