"""Makes model.onnx, tokenizer.json and config.json: a model of letters, for the test.

    pip install onnx numpy && python3 make.py

The vector of a letter is drawn at random, so that texts of the same letters
have like vectors. It knows nothing of meaning.
"""
import json

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save

letters = sorted(set("abcdefghijklmnopqrstuvwxyzабвгдежзиклмнопрстуфхцчшщьюяіїєαβγδεζηθικλμνξοπρστυφχψωςάέήίόύώ0123456789"))
special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
tokens = special + letters + ["##" + c for c in letters]
width = 16

table = np.random.default_rng(1).standard_normal((len(tokens), width)).astype(np.float32)
table[:4] = 0
table[4 + len(letters) :] = table[4 : 4 + len(letters)]  # a letter is the same wherever it stands

shape = ["batch", "sequence"]
graph = helper.make_graph(
    [
        helper.make_node("Gather", ["table", "input_ids"], ["rows"]),
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["mask", "last"], ["wide"]),
        helper.make_node("Mul", ["rows", "wide"], ["last_hidden_state"]),
    ],
    "letters",
    [helper.make_tensor_value_info(n, TensorProto.INT64, shape) for n in ("input_ids", "attention_mask")],
    [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, shape + [width])],
    [numpy_helper.from_array(table, "table"), numpy_helper.from_array(np.array([2], dtype=np.int64), "last")],
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)], ir_version=8)
checker.check_model(model)
save(model, "model.onnx")


def piece(token):
    return {"SpecialToken": {"id": token, "type_id": 0}}


def sequence(name):
    return {"Sequence": {"id": name, "type_id": 0}}


def added(number, token):
    return {"id": number, "content": token, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}


tokenizer = {
    "version": "1.0",
    "truncation": None,
    "padding": None,
    "added_tokens": [added(i, t) for i, t in enumerate(special)],
    "normalizer": {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": False, "lowercase": True},
    "pre_tokenizer": {"type": "BertPreTokenizer"},
    "post_processor": {
        "type": "TemplateProcessing",
        "single": [piece("[CLS]"), sequence("A"), piece("[SEP]")],
        "pair": [piece("[CLS]"), sequence("A"), piece("[SEP]"), sequence("B"), piece("[SEP]")],
        "special_tokens": {t: {"id": t, "ids": [special.index(t)], "tokens": [t]} for t in ("[CLS]", "[SEP]")},
    },
    "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
    "model": {
        "type": "WordPiece",
        "unk_token": "[UNK]",
        "continuing_subword_prefix": "##",
        "max_input_chars_per_word": 100,
        "vocab": {t: i for i, t in enumerate(tokens)},
    },
}
with open("tokenizer.json", "w") as f:
    json.dump(tokenizer, f, ensure_ascii=False, indent=1)
with open("config.json", "w") as f:
    json.dump({"max_position_embeddings": 256}, f)
