// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SideBySideTest {
	private static final List<Integer> MANY = IntStream.range(0, 10_000).boxed().toList();

	@Test
	void resultsKeepTheOrderOfTheList() {
		assertEquals(MANY.stream().map(each -> each * 3).toList(), SideBySide.map(MANY, each -> each * 3));
	}

	@Test
	void eachElementIsTakenOnce() {
		AtomicIntegerArray taken = new AtomicIntegerArray(MANY.size());
		SideBySide.map(MANY, taken::incrementAndGet);
		assertEquals(List.of(), MANY.stream().filter(each -> taken.get(each) != 1).toList());
	}

	@Test
	void nothingGivesNothing() {
		assertEquals(List.of(), SideBySide.map(List.of(), Objects::toString));
	}

	@Test
	void aResultMayBeMissing() {
		assertEquals(2, SideBySide.map(List.of(1, 2), each -> null).size());
	}

	@Test
	void whatTheFirstFailingElementThrowsIsThrown() {
		assertEquals("17", assertThrows(IllegalArgumentException.class, () -> SideBySide.map(MANY, each -> {
			if (each >= 17) {
				throw new IllegalArgumentException(each.toString());
			}
			return each;
		})).getMessage());
	}

	@Test
	void workMayHaveWorkOfItsOwnDoneSideBySide() {
		List<Integer> few = MANY.subList(0, 40);
		List<Integer> sums = SideBySide.map(few, each -> SideBySide.map(few, other -> each + other).stream().mapToInt(Integer::intValue).sum());
		assertEquals(few.stream().map(each -> 40 * each + 39 * 20).toList(), sums);
	}

	@Test
	@Timeout(60)
	void threadsThatAreHeldUpHoldNobodyUp() throws InterruptedException {
		Object lock = new Object();
		int threads = ForkJoinPool.getCommonPoolParallelism();
		CountDownLatch heldUp = new CountDownLatch(threads);
		synchronized (lock) {
			for (int i = 0; i < threads; i++) {
				ForkJoinPool.commonPool().execute(() -> {
					heldUp.countDown();
					synchronized (lock) {
						heldUp.countDown();
					}
				});
			}
			heldUp.await();
			assertEquals(MANY, SideBySide.map(MANY, each -> each));
		}
	}
}
