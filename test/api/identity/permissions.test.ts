import { expect, test } from 'vitest';
import { permissions, type Permission } from '#api/access/index.js';
import { mayCall } from '../../support/operations.js';
import { useServer } from '../../support/server.js';

const it = useServer();

const viewerOf = async (code: string): Promise<{ roles: string[]; permissions: string[] }> =>
  (await (await it.as(code)).ask('{ viewer { roles permissions } }')).viewer;

test.each(['P004', 'P006', 'P009', 'P010', 'P011', 'P014', 'P016', 'P021'])(
  '%s reads the permissions of the roles held today, and no others',
  async (code) => {
    const viewer = await viewerOf(code);
    const all = Object.keys(permissions) as Permission[];
    expect(viewer.permissions).toEqual(all.filter((permission) => mayCall(viewer.roles, permission)));
  },
);

test('what the buttons of the screens ask for', async () => {
  const asked = [
    'account.manage',
    'document.create',
    'document.registerExternal',
    'nonconformity.report',
    'programme.manage',
    'round.manage',
    'round.manageCross',
    'selfInspection.decide',
    'selfInspection.start',
    'trail.keepAnchor',
  ];
  const permissionsOf = async (code: string) => {
    const viewer = await viewerOf(code);
    return asked.filter((permission) => viewer.permissions.includes(permission));
  };
  // Officer, head of an office, ISO secretary, who only looks on, administrator.
  expect(await permissionsOf('P021')).toEqual(['document.create', 'nonconformity.report']);
  expect(await permissionsOf('P014')).toEqual(['document.create', 'nonconformity.report', 'selfInspection.start']);
  expect(await permissionsOf('P016')).toEqual([
    'document.create',
    'document.registerExternal',
    'nonconformity.report',
    'round.manage',
  ]);
  expect(await permissionsOf('P009')).toEqual([]);
  expect(await permissionsOf('P006')).toEqual(['account.manage', 'trail.keepAnchor']);
});
