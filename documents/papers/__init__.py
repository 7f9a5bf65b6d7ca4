"""Official documents out: data gathered as of a date, one .docx template for a form, and .docx, PDF/A and .xlsx from it."""
