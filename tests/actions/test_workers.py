"""Work in other processes: in order, and each loss is one job's loss."""

import os
import time
from functools import partial

import pytest

from luoshi.actions.workers import AHEAD, each


def work(job):
    if job == "die":
        os._exit(9)
    if job == "sleep":
        time.sleep(60)
    if isinstance(job, float):
        time.sleep(job)
    return job, os.getpid()


def lost(job, reason):
    return job, reason


def run(jobs, workers=2, timeout=30.0):
    return list(each(work, jobs, lost, workers=workers, timeout=timeout))


def test_results_come_in_the_order_of_the_jobs_from_several_processes():
    results = run([0.3, 0.0, 1, 2, 3, 4])
    assert [job for job, _ in results] == [0.3, 0.0, 1, 2, 3, 4]
    processes = {process for _, process in results}
    assert os.getpid() not in processes
    assert len(processes) == 2


def test_a_worker_that_dies_or_hangs_loses_its_job_only():
    results = run([1, "die", 2, "sleep", 3, "die", 4], timeout=1.0)
    assert [reason for _, reason in results if isinstance(reason, str)] == ["died", "timeout", "died"]
    assert [job for job, reason in results if not isinstance(reason, str)] == [1, 2, 3, 4]


def test_no_more_results_wait_than_promised_however_many_jobs():
    taken = 0

    def jobs():
        nonlocal taken
        yield 0.4
        for number in range(200):
            taken += 1
            yield number

    results = each(work, jobs(), lost, workers=2, timeout=30)
    assert next(results)[0] == 0.4
    assert taken <= 2 * AHEAD + 2
    assert sum(1 for _ in results) == 200


def test_no_job_no_process():
    assert run([]) == []


def test_a_run_that_is_left_early_leaves_no_process():
    results = each(partial(work), iter([1, 2, "sleep", "sleep"]), lost, workers=2, timeout=30)
    _, process = next(results)
    results.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_large_results_pass():
    results = each(bytes, [3_000_000, 10], lambda job, _: job, workers=1, timeout=30)
    assert [len(result) for result in results] == [3_000_000, 10]
