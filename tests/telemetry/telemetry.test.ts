import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { freshPrefix } from '../support/azurite.ts';
import { startFakeTeams } from '../support/fake-teams.ts';
import { createTeamsClient } from '../support/teams-client.ts';

interface Envelope {
  readonly data: {
    readonly baseType: string;
    readonly baseData: {
      readonly message?: string;
      readonly name?: string;
      readonly metrics?: readonly { name: string; value: number }[];
      readonly properties?: Readonly<Record<string, string>>;
    };
  };
}

const police = {
  name: 'Police Partner Lead',
  tenantId: '00000000-0000-0000-0000-0000000000001',
  objectId: '00000000-0000-0000-0000-0000000000024',
};

describe('what leaves for Application Insights', () => {
  let child: ChildProcess;
  let sent: Envelope[];
  let text: string;

  beforeAll(async () => {
    const env = { ...process.env, AZURITE: inject('azurite'), TABLE_PREFIX: freshPrefix() };
    child = spawn(process.execPath, ['tests/telemetry/watched-convenor.ts'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    const next = (word: string) =>
      new Promise<string>((resolve) => {
        lines.on(
          'line',
          (line) => line.startsWith(`${word} `) && resolve(line.slice(word.length + 1)),
        );
      });
    const [address, result] = [next('address'), next('sent')];
    const teams = await startFakeTeams();
    const client = createTeamsClient(await address, teams);
    await client.say(police, 'whats overdue for police, says Wilhelmina Featherstonehaugh');
    await client.say(police, 'tell me about SA-019');
    await client.post({
      ...client.activity(police, 'personal', { type: 'message', text: 'hello' }),
      channelId: 'webchat',
    });
    child.kill('SIGTERM');
    text = await result;
    sent = JSON.parse(text);
    await once(child, 'exit');
    await teams.close();
  });
  afterAll(() => void child.kill('SIGKILL'));

  const ofType = (type: string) =>
    sent.map(({ data }) => data).filter(({ baseType }) => baseType === type);
  const metric = (name: string) =>
    ofType('MetricData').filter(({ baseData }) =>
      baseData.metrics?.some((each) => each.name === name),
    );

  it('counts turns by what came of them, and how long they took', () => {
    expect(metric('convenor.turns').map(({ baseData }) => baseData.properties)).toContainEqual({
      kind: 'message',
      outcome: 'answered',
    });
    expect(metric('convenor.turn.duration')).not.toEqual([]);
  });

  it('counts nothing else', () => {
    const names = ofType('MetricData').flatMap(
      ({ baseData }) => baseData.metrics?.map(({ name }) => name) ?? [],
    );
    expect(
      names.filter((name) => !name.startsWith('convenor.') && name !== '_OTELRESOURCE_'),
    ).toEqual([]);
  });

  it('counts who was not let in, and clocks', () => {
    expect(metric('convenor.refused').map(({ baseData }) => baseData.properties)).toEqual([
      { reason: 'channel' },
    ]);
    expect(
      metric('convenor.clocks')
        .map(({ baseData }) => baseData.properties?.state)
        .sort(),
    ).toEqual(['breached', 'near']);
  });

  it('has the lines of the log with their ids', () => {
    const answered = ofType('MessageData').filter(
      ({ baseData }) => baseData.message === 'turn answered',
    );
    expect(answered).toHaveLength(2);
    expect(answered[0]?.baseData.properties).toMatchObject({
      kind: 'message',
      from: police.objectId,
    });
  });

  it('has the requests of a turn, with hosts and without addresses', () => {
    expect(ofType('RequestData').length).toBeGreaterThan(0);
    expect(ofType('RemoteDependencyData').length).toBeGreaterThan(0);
    for (const word of [
      'PartitionKey',
      'RowKey',
      '%24filter',
      'Actions(',
      '/v3/conversations',
      '$filter',
    ])
      expect(text).not.toContain(word);
  });

  it('has nothing that anybody wrote or is called', () => {
    for (const word of [
      'overdue',
      'Wilhelmina',
      'Featherstonehaugh',
      'SA-019',
      police.name,
      'protection plan',
    ])
      expect(text).not.toContain(word);
  });
});
