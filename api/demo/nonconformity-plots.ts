import type { LocalDate } from '../rules/calendar.js';
import type { SampleAnswer, SampleStory } from './nonconformity-book.js';
import type { SamplePerson } from './sample-types.js';

/** Who plays which part in the story of a nonconformity. */
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

/** What a plot has in hand to tell the past of one nonconformity. */
export interface Teller {
  story: SampleStory;
  cast: SampleCast;
  /** A working moment so many days after the issue, never after now. */
  at(days: number): Date;
  /** A working moment so many days before now. */
  ago(days: number): Date;
  /** Tells plots of one kind apart, so that they do not all end alike. */
  turn: number;
  /** Whether so many days after the issue are over. */
  past(days: number): boolean;
  /** That working day. */
  day(days: number): LocalDate;
  /** The answer of the unit so many days after the issue; the first action is due `inDays` later. */
  answer(days: number, inDays?: number): SampleAnswer;
  actions: readonly { result: string; proof: string }[];
  /** The nonconformity that follows an ineffective one. */
  follow(at: Date, evidence: string): SampleStory;
}

/** A turn that a nonconformity of the sample takes. */
export interface Plot {
  /** How long before now it was issued. */
  daysAgo: number;
  /** Tells what happened after the issue; gives further stories that came of it. */
  tell(teller: Teller): SampleStory[] | void;
}

function answered({ story, cast, at, answer }: Teller, days = 9, inDays = 21): void {
  story.respond(at(days), cast.responder, answer(days, inDays));
}

function approved(teller: Teller, days = 9, inDays = 21): void {
  answered(teller, days, inDays);
  teller.story.approve(teller.at(days + 3), teller.cast.manager);
}

function carriedOut(teller: Teller, days = 30): void {
  approved(teller);
  teller.actions.forEach(({ result, proof }, index) =>
    teller.story.done(index, teller.at(days + index * 3), result, proof),
  );
}

function verified(teller: Teller, days = 44): void {
  carriedOut(teller);
  teller.story.verify(
    teller.at(days),
    teller.cast.verifier,
    'Đã xem hồ sơ, biểu mẫu và phỏng vấn người thực hiện; các hành động đúng như báo cáo.',
  );
}

function effective(teller: Teller, days = 144): void {
  verified(teller);
  teller.story.confirmEffective(
    teller.at(days),
    teller.cast.verifier,
    'Lấy mẫu 10 hồ sơ ba tháng gần nhất: không còn trường hợp tương tự.',
  );
}

/**
 * What came of the nonconformity that followed an ineffective one: closed, carried out late, or verified and soon to be
 * judged.
 */
function followedUp({ cast, at, ago, day, actions, turn }: Teller, next: SampleStory): void {
  const seen = 'Đã xem hồ sơ sáu tuần gần nhất tại quầy; các hành động đúng như báo cáo.';
  const done = (when: (index: number) => Date) =>
    actions.forEach(({ result, proof }, index) => next.done(index, when(index), result, proof));
  if (turn % 3 === 0) {
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
  if (turn % 3 === 1) return done((index) => ago(7 - index));
  done((index) => at(280 + index * 3));
  next.verify(ago(84), cast.verifier, seen);
}

const closedLongAgo = (daysAgo: number): Plot => ({ daysAgo, tell: (teller) => effective(teller) });

/** The turns of the sample, again and again; together they reach every state of both lifecycles. */
export const plots: readonly Plot[] = [
  { daysAgo: 4, tell: () => undefined },
  {
    daysAgo: 24,
    tell(teller) {
      approved(teller, 8, 18);
      teller.story.progress(0, teller.at(16), 'Đã soạn dự thảo, đang lấy ý kiến các phòng.', 40);
      teller.story.progress(0, teller.at(21), 'Đã tiếp thu ý kiến, chờ lãnh đạo ký ban hành.', 80);
    },
  },
  closedLongAgo(180),
  { daysAgo: 17, tell: (teller) => answered(teller) },
  { daysAgo: 48, tell: (teller) => carriedOut(teller, 34) },
  { daysAgo: 62, tell: () => undefined },
  closedLongAgo(320),
  {
    daysAgo: 100,
    tell(teller) {
      carriedOut(teller, 26);
      const { story, cast, at, actions } = teller;
      story.returnAction(
        0,
        at(36),
        cast.verifier,
        'Mới có văn bản, chưa có hồ sơ nào làm theo cách mới; cần ít nhất năm hồ sơ.',
      );
      story.progress(0, at(40), 'Đã áp dụng cho ba hồ sơ, chờ đủ năm hồ sơ.', 60);
      story.done(0, at(48), actions[0]!.result, `${actions[0]!.proof}; năm hồ sơ áp dụng sau ngày kiểm tra lần 1`);
      story.verify(at(53), cast.verifier, 'Đã xem năm hồ sơ làm theo cách mới, đúng như báo cáo.');
    },
  },
  {
    daysAgo: 26,
    tell(teller) {
      approved(teller, 7, 24);
      teller.story.progress(
        0,
        teller.at(15),
        'Đã thống nhất nội dung với các phòng, chờ đơn vị cung cấp phần mềm cài đặt.',
        50,
      );
      teller.story.askExtension(
        0,
        teller.at(22),
        teller.day(60),
        'Phần mềm một cửa đang nâng cấp, đơn vị cung cấp hẹn xong giữa tháng sau.',
      );
    },
  },
  {
    daysAgo: 12,
    tell: ({ story, cast, at }) =>
      void story.dispute(
        at(5),
        cast.isoHead,
        'Bằng chứng nêu hồ sơ của kỳ trước khi có quy định mới, đề nghị xem lại phạm vi áp dụng.',
      ),
  },
  closedLongAgo(420),
  {
    daysAgo: 70,
    tell: (teller) => approved(teller, 9, 30),
  },
  {
    daysAgo: 210,
    tell(teller) {
      verified(teller);
      const seen = 'Lấy mẫu lại 10 hồ sơ: vẫn còn 3 hồ sơ mắc lỗi như trước, hành động chưa loại bỏ được nguyên nhân.';
      teller.story.findIneffective(teller.at(146), teller.cast.verifier, seen);
      const next = teller.follow(teller.at(146), seen);
      next.respond(teller.at(158), teller.cast.responder, teller.answer(158, 45));
      next.approve(teller.at(161), teller.cast.manager);
      if (teller.past(385)) followedUp(teller, next);
      return [next];
    },
  },
  {
    daysAgo: 20,
    tell(teller) {
      answered(teller, 6);
      teller.story.returnPlan(
        teller.at(9),
        teller.cast.manager,
        'Nguyên nhân mới dừng ở “công chức quên”, cần tìm vì sao hệ thống để quên được; bổ sung hành động phòng ngừa.',
      );
    },
  },
  {
    daysAgo: 58,
    tell(teller) {
      approved(teller, 10, 20);
      const { story, cast, at, day, actions } = teller;
      story.askExtension(0, at(26), day(54), 'Chờ quyết định công bố mới của tỉnh nên chưa thể ban hành lại biểu mẫu.');
      story.grantExtension(0, at(28), cast.manager);
      actions.forEach(({ result, proof }, index) => story.done(index, at(46 + index), result, proof));
    },
  },
  closedLongAgo(250),
  { daysAgo: 146, tell: (teller) => verified(teller, 50) },
  {
    daysAgo: 90,
    tell({ story, cast, at }) {
      story.dispute(
        at(4),
        cast.isoHead,
        'Nội dung này thuộc thẩm quyền của cấp tỉnh, đơn vị chỉ tiếp nhận và chuyển hồ sơ.',
      );
      story.withdraw(
        at(9),
        cast.decider,
        'Kiểm tra lại: thẩm quyền giải quyết thuộc cấp tỉnh, phiếu phát hành nhầm đơn vị.',
      );
    },
  },
  {
    daysAgo: 40,
    tell(teller) {
      const { story, cast, at } = teller;
      story.dispute(at(3), cast.isoHead, 'Đơn vị đã có biện pháp kiểm soát, chỉ sót hai trường hợp do nhập liệu.');
      story.uphold(
        at(6),
        cast.decider,
        'Hai trường hợp cùng một nguyên nhân nên vẫn là sự không phù hợp nhẹ, giữ nguyên phiếu.',
      );
      approved(teller, 14, 20);
    },
  },
  {
    daysAgo: 64,
    tell(teller) {
      carriedOut(teller, 36);
      teller.story.returnAction(
        0,
        teller.at(54),
        teller.cast.verifier,
        'Bằng chứng mới có ảnh chụp, chưa có hồ sơ thực hiện trong thực tế; cần ít nhất năm hồ sơ.',
      );
    },
  },
  {
    daysAgo: 34,
    tell(teller) {
      approved(teller, 8, 22);
      teller.story.askExtension(
        0,
        teller.at(18),
        teller.day(75),
        'Công chức phụ trách nghỉ ốm, xin lùi đến khi có người thay.',
      );
      teller.story.refuseExtension(
        0,
        teller.at(20),
        teller.cast.manager,
        'Hạn xin lùi quá dài; đề nghị giao người khác thực hiện đúng hạn cũ.',
      );
    },
  },
  closedLongAgo(360),
  {
    daysAgo: 52,
    tell(teller) {
      carriedOut(teller, 38);
      teller.story.accept(0, teller.at(48), teller.cast.verifier);
    },
  },
  {
    daysAgo: 30,
    tell(teller) {
      approved(teller, 7, 20);
      teller.story.revisePlan(
        teller.at(16),
        teller.cast.responder,
        'Kế hoạch cũ không còn phù hợp vì phần mềm một cửa được thay thế toàn tỉnh.',
      );
    },
  },
  {
    daysAgo: 130,
    tell: ({ story, cast, at }) =>
      void story.withdraw(at(2), cast.decider, 'Trùng với phiếu đã phát hành trước đó cho cùng một lỗi.'),
  },
  {
    daysAgo: 44,
    tell(teller) {
      approved(teller, 9, 40);
      const { story, cast, at, actions } = teller;
      if (actions.length > 1) story.done(0, at(30), actions[0]!.result, actions[0]!.proof);
      if (actions.length > 2)
        story.drop(
          2,
          at(32),
          cast.manager,
          'Việc này đã được tỉnh thực hiện chung trên phần mềm, đơn vị không phải làm nữa.',
        );
    },
  },
];
