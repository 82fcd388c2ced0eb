import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Words in the gap of the sample's nonconformities, and the question about the same matter. */
const matters = [
  ['kích hoạt', 'B01'],
  ['chậm trả', 'C09'],
  ['niêm yết', 'A01'],
  ['tờ khai', 'A06'],
  ['Máy quét', 'K06'],
  ['hài lòng', 'G01'],
  ['viện dẫn văn bản', 'I03'],
  ['danh mục, khó tìm', 'K01'],
  ['xin lỗi', 'D01'],
  ['quá hạn', 'C04'],
  ['không có mã', 'B02'],
] as const;

/**
 * Ties nonconformities that are said to come from a self-inspection to the failing answer about the
 * same matter, where the unit gave one before. The others stay as they are.
 */
export async function linkFailingAnswers(em: SqlEntityManager): Promise<void> {
  const pairs = sql.join(matters.map(([words, question]) => sql`(${words}, ${question})`));
  await sql`
    with near as (
      select n.id as nonconformity_id, a.id as answer_id, i.id as inspection_id,
        t.title || ', ' || period_vi(i.period_key) || ', câu ' || a.question_code as reference,
        row_number() over (partition by n.id order by i.submitted_at desc) as by_time,
        row_number() over (partition by a.id order by n.issued_at) as by_answer
      from nonconformity n
      join (values ${pairs}) as m(words, code) on n.gap like '%' || m.words || '%'
      join inspection i on i.unit_id = n.unit_id and i.submitted_at < n.issued_at
      join inspection_template t on t.id = i.template_id
      join inspection_answer a on a.inspection_id = i.id and a.question_code = m.code and a.status = 'BAD'
      where n.source = 'SELF_INSPECTION' and n.source_id is null
    ),
    chosen as (
      select * from near where by_time = 1 and by_answer = 1
    ),
    linked as (
      update nonconformity n
      set source_id = c.answer_id, source_record_id = c.inspection_id, source_reference = c.reference
      from chosen c
      where c.nonconformity_id = n.id
      returning n.id
    )
    update inspection_answer a set nonconformity_id = c.nonconformity_id
    from chosen c
    where c.answer_id = a.id`.execute(em.getKysely());
}
