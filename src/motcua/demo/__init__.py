"""The demo towns: thị xã Kinh Môn of 2023 and its successors of 2025. All people are invented samples."""
