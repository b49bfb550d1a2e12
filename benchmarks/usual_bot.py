"""The bot that most would write by hand: ConversationHandler, aiosqlite, a commit a step.

It asks what our registration asks. Nothing of it survives a crash between receipt and reply.
"""

from __future__ import annotations

import sys
from typing import Any

import aiosqlite
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    filters,
)

NOTICE = "Dạ, con thưa chuyện với bác: câu lạc bộ xin ghi họ tên, năm sinh, chỗ ở, điện thoại."
QUESTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Dạ, bác ghi tên cho ai ạ?", ("Ghi tên cho tôi", "Ghi tên cho người nhà")),
    ("Dạ, bác có đồng ý cho ghi tên vào sổ thành viên không ạ?", ("Đồng ý", "Không đồng ý")),
    ("Dạ, bác có đồng ý cho con nhắc ngày sinh hoạt không ạ?", ("Đồng ý", "Không đồng ý")),
    ("Dạ, họ và tên của bác ạ? Ví dụ: Nguyễn Thị Lan.", ()),
    ("Dạ, bác sinh năm nào ạ? Ví dụ: 1952.", ()),
    ("Dạ, bác là nữ hay nam ạ?", ("Nữ", "Nam")),
    ("Dạ, bác ở đâu ạ? Ví dụ: tổ 3, ấp Hải Lạc.", ()),
    ("Dạ, số điện thoại của bác ạ? Ví dụ: 0912 345 678.", ()),
    ("Dạ, con muốn hỏi thêm về hoàn cảnh. Bác có đồng ý không ạ?", ("Đồng ý", "Không đồng ý")),
    ("Dạ, hồ sơ có danh sách thành viên. Bác có đồng ý không ạ?", ("Đồng ý", "Không đồng ý")),
    ("Như vậy đúng hết chưa ạ?", ("Đúng hết rồi", "Sửa một chỗ")),
)
DONE = "Dạ, con đã gửi đơn của bác."
Context = ContextTypes.DEFAULT_TYPE


class Registration:
    """The conversation; its answers are kept in a table of a SQLite file."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._database: aiosqlite.Connection

    async def open(self, _application: Any) -> None:
        self._database = await aiosqlite.connect(self._path)
        await self._database.execute(
            "create table answer (chat integer, step integer, value text, primary key (chat, step))"
        )
        await self._database.commit()

    async def close(self, _application: Any) -> None:
        await self._database.close()

    async def _ask(self, update: Update, step: int) -> None:
        assert update.effective_chat is not None
        send = update.effective_chat.send_message
        if step == len(QUESTIONS):
            await send(DONE)
            return
        text, labels = QUESTIONS[step]
        if step == 1:
            await send(NOTICE)
        if step == len(QUESTIONS) - 1:
            found = await self._database.execute_fetchall(
                "select value from answer where chat = ? order by step", (update.effective_chat.id,)
            )
            said = "\n".join(str(row[0]) for row in found)
            await send(f"Dạ, con đọc lại những gì đã ghi:\n{said}")
        rows = [[InlineKeyboardButton(label, callback_data=label)] for label in labels]
        await send(text, reply_markup=InlineKeyboardMarkup(rows) if rows else None)

    async def start(self, update: Update, _context: Context) -> int:
        await self._ask(update, 0)
        return 0

    def step(self, number: int) -> Any:
        async def answered(update: Update, _context: Context) -> int:
            assert update.effective_chat is not None
            if update.callback_query is not None:
                value = update.callback_query.data
                await update.callback_query.answer()
            else:
                assert update.message is not None
                value = update.message.text
            await self._database.execute(
                "insert or replace into answer values (?, ?, ?)",
                (update.effective_chat.id, number, value),
            )
            await self._database.commit()
            await self._ask(update, number + 1)
            return number + 1 if number + 1 < len(QUESTIONS) else ConversationHandler.END

        return answered


def main(api: str, token: str, path: str) -> None:
    """Poll until stopped."""
    registration = Registration(path)
    states: dict[object, list[Any]] = {
        number: [
            CallbackQueryHandler(registration.step(number))
            if labels
            else MessageHandler(filters.TEXT & ~filters.COMMAND, registration.step(number))
        ]
        for number, (_, labels) in enumerate(QUESTIONS)
    }
    application = (
        Application.builder()
        .token(token)
        .base_url(f"{api}/bot")
        .post_init(registration.open)
        .post_shutdown(registration.close)
        .build()
    )
    application.add_handler(
        ConversationHandler(
            entry_points=[CommandHandler("start", registration.start)],
            states=states,
            fallbacks=[],
            per_message=False,
        )
    )
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
