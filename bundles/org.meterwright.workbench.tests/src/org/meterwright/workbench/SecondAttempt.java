// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.opentest4j.TestAbortedException;

/**
 * Tries a test of the window a second time after its windows and editors have been closed: a display without a window manager now and then sends keys
 * astray, which is no fault of the product. What failed at first is printed, and the closing lines of the tests name it; what fails twice fails.
 */
final class SecondAttempt implements InvocationInterceptor {
	@Override
	public void interceptBeforeEachMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context) throws Throwable {
		attempt(invocation, context, () -> startAnew(context));
	}

	@Override
	public void interceptTestMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context) throws Throwable {
		attempt(invocation, context, () -> repeat(call, context));
	}

	@Override
	public void interceptTestTemplateMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context) throws Throwable {
		attempt(invocation, context, () -> repeat(call, context));
	}

	/** What is done when the first attempt has failed. */
	private interface Work {
		void run() throws Throwable;
	}

	private static void attempt(Invocation<Void> first, ExtensionContext context, Work second) throws Throwable {
		try {
			first.proceed();
		} catch (TestAbortedException e) {
			throw e;
		} catch (Exception | AssertionError e) {
			System.out.printf("second attempt: %s.%s: %s%n", context.getRequiredTestClass().getName(), context.getDisplayName(), String.valueOf(e.getMessage()).replace('\n', ' '));
			try {
				second.run();
			} catch (Exception | AssertionError again) {
				again.addSuppressed(e);
				throw again;
			}
		}
	}

	private static void repeat(ReflectiveInvocationContext<Method> call, ExtensionContext context) throws Throwable {
		startAnew(context);
		invoke(context, call.getExecutable(), call.getArguments().toArray());
	}

	/** Takes away what the first attempt left, as far as that can be, and prepares the second. */
	private static void startAnew(ExtensionContext context) throws Throwable {
		Ui.closePopups();
		for (Method method : methods(context, AfterEach.class)) {
			try {
				invoke(context, method);
			} catch (Exception | AssertionError e) {
				System.out.printf("what the first attempt left: %s%n", e);
			}
		}
		for (Method method : methods(context, BeforeEach.class)) {
			invoke(context, method);
		}
	}

	private static List<Method> methods(ExtensionContext context, Class<? extends Annotation> kind) {
		return AnnotationSupport.findAnnotatedMethods(context.getRequiredTestClass(), kind, HierarchyTraversalMode.TOP_DOWN);
	}

	private static void invoke(ExtensionContext context, Method method, Object... arguments) throws Throwable {
		method.setAccessible(true);
		try {
			method.invoke(context.getRequiredTestInstance(), arguments);
		} catch (InvocationTargetException e) {
			throw e.getCause();
		}
	}
}
