import { Migration } from '@mikro-orm/migrations';

/** The trail was kept row by row only: TRUNCATE fires no trigger of rows. */
export default class TrailIsNotEmptied extends Migration {
  override up(): void {
    this.addSql(`create function trail_is_not_emptied() returns trigger language plpgsql as $$
      begin
        raise exception 'The trail is never changed';
      end $$`);
    this.addSql(
      'create trigger trail_is_not_emptied before truncate on trail_entry for each statement execute function trail_is_not_emptied()',
    );
  }
}
