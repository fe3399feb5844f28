import { describe, expect, it } from 'vitest';
import { BudgetSpentError, ProbeBudget } from '../../../../../electron/core/probes/probe-budget.ts';

describe('the budget of a probe', () => {
  it('allows two connections', () => {
    const budget = new ProbeBudget();
    budget.connect();
    budget.connect();
    expect(() => budget.connect()).toThrow(BudgetSpentError);
    expect(budget.spent.connections).toBe(2);
  });

  it('allows 700 bytes, and not a part of what would pass them', () => {
    const budget = new ProbeBudget();
    budget.send(600);
    expect(budget.canSend(100)).toBe(true);
    expect(() => budget.send(101)).toThrow(BudgetSpentError);
    budget.send(100);
    expect(() => budget.send(1)).toThrow(BudgetSpentError);
    expect(budget.spent.bytesSent).toBe(700);
  });

  it('keeps 16 KiB of what comes', () => {
    const budget = new ProbeBudget();
    expect(budget.receive(16_000)).toBe(16_000);
    expect(budget.receive(16_000)).toBe(384);
    expect(budget.receive(1)).toBe(0);
  });
});
