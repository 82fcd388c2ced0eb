import type { LocalDate } from '../rules/calendar.js';
import type { SampleAnswer, SampleNonconformity } from './nonconformity-book.js';
import type { SamplePerson } from './sample-types.js';

/** Who plays which part in a nonconformity. */
export interface SampleCast {
  isoHead: SamplePerson;
  manager: SamplePerson;
  secretary: SamplePerson;
  responder: SamplePerson;
  reporter: SamplePerson;
  owners: SamplePerson[];
  leadAgency: SamplePerson;
  leadAgencyManager: SamplePerson;
  verifier: SamplePerson;
  decider: SamplePerson;
}

/** What a scenario needs to make the past of one nonconformity. */
export interface ScenarioContext {
  record: SampleNonconformity;
  cast: SampleCast;
  /** A working moment so many days after the issue, never after now. */
  at(days: number): Date;
  /** A working moment so many days before now. */
  ago(days: number): Date;
  /** Varies scenarios of one kind, so that they do not all end alike. */
  variant: number;
  /** Whether so many days after the issue are over. */
  past(days: number): boolean;
  /** That working day. */
  day(days: number): LocalDate;
  /** The answer of the unit so many days after the issue; the first action is due `inDays` later. */
  answer(days: number, inDays?: number): SampleAnswer;
  actions: readonly { result: string; proof: string }[];
  /** The nonconformity that follows an ineffective one. */
  follow(at: Date, evidence: string): SampleNonconformity;
}

/** A course of events that a nonconformity of the sample goes through. */
export interface Scenario {
  /** How long before now it was issued. */
  daysAgo: number;
  /** Makes what happened after the issue; gives the further nonconformities that came of it. */
  run(context: ScenarioContext): SampleNonconformity[] | void;
}

function answered({ record, cast, at, answer }: ScenarioContext, days = 9, inDays = 21): void {
  record.respond(at(days), cast.responder, answer(days, inDays));
}

function approved(context: ScenarioContext, days = 9, inDays = 21): void {
  answered(context, days, inDays);
  context.record.approve(context.at(days + 3), context.cast.manager);
}

function carriedOut(context: ScenarioContext, days = 30): void {
  approved(context);
  context.actions.forEach(({ result, proof }, index) =>
    context.record.done(index, context.at(days + index * 3), result, proof),
  );
}

function verified(context: ScenarioContext, days = 44): void {
  carriedOut(context);
  context.record.verify(
    context.at(days),
    context.cast.verifier,
    'Đã xem hồ sơ, biểu mẫu và phỏng vấn người thực hiện; các hành động đúng như báo cáo.',
  );
}

function effective(context: ScenarioContext, days = 144): void {
  verified(context);
  context.record.confirmEffective(
    context.at(days),
    context.cast.verifier,
    'Lấy mẫu 10 hồ sơ ba tháng gần nhất: không còn trường hợp tương tự.',
  );
}

/**
 * What came of the nonconformity that followed an ineffective one: closed, carried out late, or verified and soon to be
 * judged.
 */
function followedUp({ cast, at, ago, day, actions, variant }: ScenarioContext, next: SampleNonconformity): void {
  const seen = 'Đã xem hồ sơ sáu tuần gần nhất tại quầy; các hành động đúng như báo cáo.';
  const done = (when: (index: number) => Date) =>
    actions.forEach(({ result, proof }, index) => next.done(index, when(index), result, proof));
  if (variant % 3 === 0) {
    done((index) => at(190 + index * 3));
    next.verify(at(204), cast.verifier, seen);
    next.confirmEffective(
      at(305),
      cast.verifier,
      'Lấy mẫu 15 hồ sơ ba tháng gần nhất: không còn hồ sơ mắc lỗi như trước.',
    );
    return;
  }
  next.askExtension(0, at(192), day(300), 'Phải chờ tỉnh nâng cấp phần mềm một cửa mới thay được cách làm.');
  next.grantExtension(0, at(195), cast.manager);
  if (variant % 3 === 1) return done((index) => ago(7 - index));
  done((index) => at(280 + index * 3));
  next.verify(ago(84), cast.verifier, seen);
}

const closedLongAgo = (daysAgo: number): Scenario => ({ daysAgo, run: (context) => effective(context) });

/** The scenarios of the sample, used again and again; together they reach every state of both lifecycles. */
export const scenarios: readonly Scenario[] = [
  { daysAgo: 4, run: () => undefined },
  {
    daysAgo: 24,
    run(context) {
      approved(context, 8, 18);
      context.record.progress(0, context.at(16), 'Đã soạn dự thảo, đang lấy ý kiến các phòng.', 40);
      context.record.progress(0, context.at(21), 'Đã tiếp thu ý kiến, chờ lãnh đạo ký ban hành.', 80);
    },
  },
  closedLongAgo(180),
  { daysAgo: 17, run: (context) => answered(context) },
  { daysAgo: 48, run: (context) => carriedOut(context, 34) },
  { daysAgo: 62, run: () => undefined },
  closedLongAgo(320),
  {
    daysAgo: 100,
    run(context) {
      carriedOut(context, 26);
      const { record, cast, at, actions } = context;
      record.returnAction(
        0,
        at(36),
        cast.verifier,
        'Mới có văn bản, chưa có hồ sơ nào làm theo cách mới; cần ít nhất năm hồ sơ.',
      );
      record.progress(0, at(40), 'Đã áp dụng cho ba hồ sơ, chờ đủ năm hồ sơ.', 60);
      record.done(0, at(48), actions[0]!.result, `${actions[0]!.proof}; năm hồ sơ áp dụng sau ngày kiểm tra lần 1`);
      record.verify(at(53), cast.verifier, 'Đã xem năm hồ sơ làm theo cách mới, đúng như báo cáo.');
    },
  },
  {
    daysAgo: 26,
    run(context) {
      approved(context, 7, 24);
      context.record.progress(
        0,
        context.at(15),
        'Đã thống nhất nội dung với các phòng, chờ đơn vị cung cấp phần mềm cài đặt.',
        50,
      );
      context.record.askExtension(
        0,
        context.at(22),
        context.day(60),
        'Phần mềm một cửa đang nâng cấp, đơn vị cung cấp hẹn xong giữa tháng sau.',
      );
    },
  },
  {
    daysAgo: 12,
    run: ({ record, cast, at }) =>
      void record.dispute(
        at(5),
        cast.isoHead,
        'Bằng chứng nêu hồ sơ của kỳ trước khi có quy định mới, đề nghị xem lại phạm vi áp dụng.',
      ),
  },
  closedLongAgo(420),
  {
    daysAgo: 70,
    run: (context) => approved(context, 9, 30),
  },
  {
    daysAgo: 210,
    run(context) {
      verified(context);
      const seen = 'Lấy mẫu lại 10 hồ sơ: vẫn còn 3 hồ sơ mắc lỗi như trước, hành động chưa loại bỏ được nguyên nhân.';
      context.record.findIneffective(context.at(146), context.cast.verifier, seen);
      const next = context.follow(context.at(146), seen);
      next.respond(context.at(158), context.cast.responder, context.answer(158, 45));
      next.approve(context.at(161), context.cast.manager);
      if (context.past(385)) followedUp(context, next);
      return [next];
    },
  },
  {
    daysAgo: 20,
    run(context) {
      answered(context, 6);
      context.record.returnPlan(
        context.at(9),
        context.cast.manager,
        'Nguyên nhân mới dừng ở “công chức quên”, cần tìm vì sao hệ thống để quên được; bổ sung hành động phòng ngừa.',
      );
    },
  },
  {
    daysAgo: 58,
    run(context) {
      approved(context, 10, 20);
      const { record, cast, at, day, actions } = context;
      record.askExtension(
        0,
        at(26),
        day(54),
        'Chờ quyết định công bố mới của tỉnh nên chưa thể ban hành lại biểu mẫu.',
      );
      record.grantExtension(0, at(28), cast.manager);
      actions.forEach(({ result, proof }, index) => record.done(index, at(46 + index), result, proof));
    },
  },
  closedLongAgo(250),
  { daysAgo: 146, run: (context) => verified(context, 50) },
  {
    daysAgo: 90,
    run({ record, cast, at }) {
      record.dispute(
        at(4),
        cast.isoHead,
        'Nội dung này thuộc thẩm quyền của cấp tỉnh, đơn vị chỉ tiếp nhận và chuyển hồ sơ.',
      );
      record.withdraw(
        at(9),
        cast.decider,
        'Kiểm tra lại: thẩm quyền giải quyết thuộc cấp tỉnh, phiếu phát hành nhầm đơn vị.',
      );
    },
  },
  {
    daysAgo: 40,
    run(context) {
      const { record, cast, at } = context;
      record.dispute(at(3), cast.isoHead, 'Đơn vị đã có biện pháp kiểm soát, chỉ sót hai trường hợp do nhập liệu.');
      record.uphold(
        at(6),
        cast.decider,
        'Hai trường hợp cùng một nguyên nhân nên vẫn là sự không phù hợp nhẹ, giữ nguyên phiếu.',
      );
      approved(context, 14, 20);
    },
  },
  {
    daysAgo: 64,
    run(context) {
      carriedOut(context, 36);
      context.record.returnAction(
        0,
        context.at(54),
        context.cast.verifier,
        'Bằng chứng mới có ảnh chụp, chưa có hồ sơ thực hiện trong thực tế; cần ít nhất năm hồ sơ.',
      );
    },
  },
  {
    daysAgo: 34,
    run(context) {
      approved(context, 8, 22);
      context.record.askExtension(
        0,
        context.at(18),
        context.day(75),
        'Công chức phụ trách nghỉ ốm, xin lùi đến khi có người thay.',
      );
      context.record.refuseExtension(
        0,
        context.at(20),
        context.cast.manager,
        'Hạn xin lùi quá dài; đề nghị giao người khác thực hiện đúng hạn cũ.',
      );
    },
  },
  closedLongAgo(360),
  {
    daysAgo: 52,
    run(context) {
      carriedOut(context, 38);
      context.record.accept(0, context.at(48), context.cast.verifier);
    },
  },
  {
    daysAgo: 30,
    run(context) {
      approved(context, 7, 20);
      context.record.revisePlan(
        context.at(16),
        context.cast.responder,
        'Kế hoạch cũ không còn phù hợp vì phần mềm một cửa được thay thế toàn tỉnh.',
      );
    },
  },
  {
    daysAgo: 130,
    run: ({ record, cast, at }) =>
      void record.withdraw(at(2), cast.decider, 'Trùng với phiếu đã phát hành trước đó cho cùng một lỗi.'),
  },
  {
    daysAgo: 44,
    run(context) {
      approved(context, 9, 40);
      const { record, cast, at, actions } = context;
      if (actions.length > 1) record.done(0, at(30), actions[0]!.result, actions[0]!.proof);
      if (actions.length > 2)
        record.drop(
          2,
          at(32),
          cast.manager,
          'Việc này đã được tỉnh thực hiện chung trên phần mềm, đơn vị không phải làm nữa.',
        );
    },
  },
];
