import { Migration } from '@mikro-orm/migrations';

/** The group A or B in which a member of a team goes where the agenda splits; null until the lead says so. */
export default class GroupsOfTeams extends Migration {
  override up(): void {
    this.addSql(`alter table "team_member" add column "track" text null`);
    this.addSql(`alter table "team_member" add constraint "team_member_track_known" check (track in ('A', 'B'))`);
  }
}
